"""The ten communities of 望湖街道, their 156 second-level and 1,786 third-level grids.

Each second-level grid is written as ``name:kind`` or ``name=place:kind``: *name* gives the grid (东堤 → 东堤网格),
*place* is how a title speaks of it (东堤 → 东堤巷) when that differs. Kinds: e estate, v urban village, m market,
s school, p industrial park, r street, w waterside, o institution.
"""

COMMUNITIES = {
    "荷塘": "荷花里:e 塘尾村:v 莲心苑:e 荷塘老围:v 藕香街:r 塘边巷:r 荷塘市场:m 荷塘小学:s 碧荷园:e 西堤:w "
            "水厂=荷塘水厂:o 塘口=塘口工业区:p 锦荷花园:e 观荷台:e 南塘村:v",
    "湖西": "湖西新城:e 西湾花园:e 落霞苑:e 渔港:w 湖西旧村:v 果园村:v 西环路:r 听涛居:e 科创园:p 湖西中学:s "
            "会展=会展中心:o 西湾市场:m 银杏里:e 湿地=湿地公园:w 望岳台:e",
    "北岸": "北岸家园:e 云栖苑:e 北闸:w 岸芷园:e 大学城:s 北岸商业街:m 汽修街:r 石榴村:v 北岸工业园:p 清风里:e "
            "物流园:p 北环路:r 芦苇滩:w 映湖花园:e 卫生院=北岸卫生院:o 林语居:e",
    "望湖": "望湖花园:e 湖畔里:e 望湖路:r 政务中心:o 望湖小学:s 镜湖广场:m 老城墙=老城墙根:r 文昌坊:v 书香苑:e "
            "望湖大厦:o 观澜庭:e 中心市场:m 听雨轩:e 鼓楼里:e 步行街:m 湖心堤:w 人民里:e",
    "湖东": "东堤=东堤巷:r 码头=老码头:w 菜场=湖东菜场:m 学府=学府里:e 新村=湖东新村:e 机关=机关大院:o 湖滨=湖滨里:e "
            "柳岸=柳岸花园:e 老街=湖东老街:r 锦苑=锦苑小区:e 商贸=商贸城:m 园区=湖东产业园:p 医院=湖东医院:o "
            "车站=东站广场:o 堤口:w 滨河=滨河路:r",
    "东门": "东门坊:v 东关街:r 城隍里:e 东门市场:m 校场路:r 东门小学:s 金桂园:e 铁路新村:e 仓前街:r 玉兰苑:e 东门里:e "
            "印刷厂=印刷厂片区:p 老粮库:p 和平里:e 护城河:w 东苑=东苑小区:e",
    "石桥": "石桥新村:e 石桥老街:r 桥东巷:r 桥西巷:r 五金城:m 石桥小学:s 竹园=竹园小区:e 梅园=梅园小区:e 石桥工业区:p "
            "桥头市场:m 翠竹苑:e 双桥村:v 砖瓦厂=旧砖瓦厂:p 石桥公园:w 幸福里:e 青石巷:r",
    "新围": "新围老村:v 新围新村:e 围东=围东坊:v 围西=围西坊:v 围南=围南坊:v 围北=围北坊:v 新围市场:m 祠堂街:r 民乐园:e "
            "新围工业园:p 新围小学:s 富康花园:e 电子城:m 水围涌:w 北片=新围北片:v",
    "双河": "双河口:w 河东村:v 河西村:v 双河花园:e 双河闸:w 沙洲:w 双河新居:e 农贸城:m 渡口街:r 双河中学:s 河滨苑:e "
            "水岸人家:e 苗圃=旧苗圃:p 双河产业园:p 铁桥=铁桥路:r",
    "柳堤": "柳堤花园:e 柳荫里:e 柳堤路:r 长堤:w 柳浪苑:e 灯塔=灯塔湾:w 湖湾市场:m 柳堤小学:s 环湖新居:e 东湖村:v "
            "堤围=堤围村:v 养殖场=旧养殖场:p 柳溪里:e 船厂=旧船厂:p 柳絮巷:r",
}

# Third-level grids of a community; 湖东 has 188, and all ten together 1,786.
MICRO_GRIDS = {"荷塘": 170, "湖西": 172, "北岸": 184, "望湖": 204, "湖东": 188, "东门": 183, "石桥": 181, "新围": 176,
               "双河": 166, "柳堤": 162}

ROADS = {
    "荷塘": ["荷塘路", "藕香街", "莲湖路"], "湖西": ["西环路", "西湾路", "科创一路"], "北岸": ["北岸路", "北环路", "学苑路"],
    "望湖": ["望湖路", "文昌路", "鼓楼街", "湖滨大道西段"], "湖东": ["湖东路", "学府路", "滨河路", "湖滨大道中段"],
    "东门": ["东门大街", "校场路", "仓前街", "铁路南路"], "石桥": ["石桥路", "青石巷", "桥南路"],
    "新围": ["新围路", "祠堂街", "工业一路"], "双河": ["双河路", "渡口街", "沿河路"],
    "柳堤": ["柳堤路", "环湖路", "湖滨大道东段"],
}

# What the smallest grids of each kind are called; blocks and lanes are numbered, the rest are landmarks.
_MICRO_NAMES = {
    "e": (["1-3栋", "4-6栋", "7-9栋", "10-12栋", "13-15栋", "16-18栋", "19-21栋", "22-24栋"],
          ["商铺段", "幼儿园", "停车场", "中心花园", "北门岗", "邻里角", "南区裙楼", "会所"]),
    "v": (["一巷", "二巷", "三巷", "四巷", "五巷", "六巷", "七巷", "八巷", "九巷", "十巷"],
          ["祠堂前", "榕树下", "文体广场", "村口", "晒谷场", "旧村委楼"]),
    "m": (["A区", "B区", "C区", "D区", "E区", "F区"],
          ["水产行", "后巷", "外围商铺", "卸货场", "二楼商铺", "停车场", "公厕片", "干货行", "美食档", "熟食区"]),
    "s": (["一号楼片", "二号楼片", "三号楼片"],
          ["校门口", "教工宿舍", "围墙外", "通学路", "文具店段", "操场北侧", "家属院", "接送区", "后门巷", "运动场", "食堂侧"]),
    "p": (["1-3号厂房", "4-6号厂房", "7-9号厂房", "10-12号厂房"],
          ["宿舍楼", "门卫室", "仓储区", "食堂", "配电房片", "物流通道", "研发楼", "南侧空地", "污水站", "停车棚"]),
    "r": (["东段", "中段", "西段"],
          ["街口", "背街", "邮局段", "小吃段", "旧铺段", "公交站", "巷尾", "转角楼", "井头", "平安里", "牌坊下", "灯光球场"]),
    "w": (["上段", "中段", "下段"],
          ["堤顶路", "泵站", "沿湖商铺", "亲水台", "旧仓库", "闸口", "堤脚", "护栏段", "船埠", "芦苇带", "观景台"]),
    "o": (["东区", "西区", "南区", "北区"],
          ["大门口", "停车楼", "家属楼", "办事大厅", "周边商铺", "公交场", "后勤区", "宿舍片", "广场", "值班楼", "绿化带"]),
}
_DONG_DI = ["1-3栋", "4-6栋", "7-9栋", "东堤巷", "幼儿园", "停车场", "旧仓库", "堤顶路", "邻里角", "平安里", "泵站", "沿湖商铺"]


class Grid:
    """One grid: *place* is its name in a title, *kind* the letter of the place."""

    def __init__(self, code, name, level, parent, community, place="", kind=""):
        self.code, self.name, self.level, self.parent = code, name, level, parent
        self.community, self.place, self.kind = community, place, kind
        self.head = None

    @property
    def label(self):
        """How the matters file names the grid: by its name where that is unique, else by its code."""
        return self.code if self.level == 3 else self.name


def build(rng):
    """All grids in the order of the file: each parent before its children."""
    grids = []
    for number, (community, text) in enumerate(COMMUNITIES.items(), 1):
        top = Grid(f"WH-{number:02}", f"{community}社区网格", 1, "", community, f"{community}社区", "c")
        grids.append(top)
        specs = text.split()
        shares = _shares(rng, community, specs)
        for second, (spec, share) in enumerate(zip(specs, shares), 1):
            label, kind = spec.split(":")
            name, _, place = label.partition("=")
            middle = Grid(f"{top.code}-{second:02}", f"{name}网格", 2, top.code, community, place or name, kind)
            grids.append(middle)
            for third, micro in enumerate(_micro_names(rng, name, kind, share), 1):
                grids.append(Grid(f"{middle.code}-{third:02}", micro, 3, middle.code, community,
                                  middle.place + micro, kind))
    return grids


def _shares(rng, community, specs):
    """How many third-level grids each second-level grid has; the first of 湖东 has twelve."""
    total, n = MICRO_GRIDS[community], len(specs)
    shares = [total // n] * n
    for i in range(total - sum(shares)):
        shares[i] += 1
    for _ in range(n):
        a, b = rng.randrange(1, n), rng.randrange(1, n)
        if shares[a] > 9 and shares[b] < 14:
            shares[a] -= 1
            shares[b] += 1
    return shares


def _micro_names(rng, name, kind, count):
    if name == "东堤":
        return _DONG_DI
    numbered, landmarks = _MICRO_NAMES[kind]
    chosen = numbered[: max(count - len(landmarks), (count + 1) // 2)][:count]
    chosen += rng.sample(landmarks, count - len(chosen))
    return chosen

"""Makes the matters: titles from the families, then a place in time for each."""

import re

from .office import IN_CHARGE
from .places import COMMUNITIES, ROADS
from .texts import TOPICS
from .titles import FAMILIES, SPOKEN

SOURCES = {"上": "上级交办", "批": "领导批示", "会": "会议议定", "年": "年度重点", "民": "民生实事", "12345": "12345",
           "信": "信访", "网": "网格巡查", "人": "人大政协", "口": "口头交办"}
LETTERS = {"目标任务": "督", "清单事项": "清", "问题": "问", "诉求": "诉"}


# A family's topic is made finer by words in the title: (topic of the family, words, finer topic); the first that fits.
_FINER = [
    ("sign", "文本 证明材料", "papers"), ("sign", "腾空 选房 租客", "move"),
    ("doc", "空铺", "enterprise"), ("doc", "周转房", "move"), ("doc", "照明 挡土墙", "hazard"), ("doc", "用气", "safe"), ("doc", "菜价", "welfare"),
    ("doc", "资料 补正 测绘 公证 评估异议 备案 拨付 档案扫描", "papers"),
    ("doc", "平安例会 值守 研判 流动人口 护路 联席会 反电信 夜巡 讲 宣传 坐班 走访", "campaign"),
    ("works", "井 污水 雨污 雨水 排口 导流 管 截污", "pipe"), ("works", "绿地 草坪 花境 铺装", "green"),
    ("works", "青苗 清表 平整 土壤", "land"), ("works", "拆除 断水断电 围挡", "demolish"),
    ("works", "电梯 充电 防水 油烟 投放点 照明", "build"), ("works", "", "road"),
    ("clean", "占道 单车 烧烤 摊", "stall"), ("clean", "招牌 广告", "board"),
    ("safe", "演练 夜查", "drill"), ("safe", "器材 挡水板 沙袋 报警器 逃生窗 鉴定 编码", "equip"),
    ("help", "走访 回访 登记 台账", "visit"), ("help", "拨付", "fund"), ("help", "消费", "sale"), ("help", "", "train"),
    ("inspect", "宣传 课堂 巡河 督导", "campaign"),
    ("health", "人群 健康包 健康监测 轮训 家庭医生 补种", "health-people"), ("health", "", "health-place"),
    ("service", "走访 关爱 优抚", "calls"), ("service", "公示 公开 例会", "doc"), ("service", "抽查", "inspect"),
    ("service", "改造 加装 建设 安装 维修 微改造 晾衣架 议事厅漏水", "build"),
    ("service", "企业 规上 个体户 招商 楼宇 空铺", "enterprise"),
    ("service", "津贴 适老 被服 辅具 救助 补贴 移交 学位 优待 优抚 就业 关爱 代办 指南 好差评 窗口 跨区 材料 自助 延时 叫号", "welfare"),
    ("service", "", "event"),
    ("case", "权属 面积 复测 份额 委托 评估价 共有人 抵押 回迁 认定 周转房 租客 迁坟 纠纷 讨薪 聚集 分红 反对 收费 滞销 空缺 招牌 口径", "dispute"),
    ("case", "泥浆 占道 渣土 流动摊 偷倒 小广告 喧哗 违规 漂浮 直排 满溢 超标 消防通道 加建 异味 私拉 边界 不配合 采集不到 休市 未清 物料 堆放 混放 "
             "充电 无证 群混入 送餐 缺勤 腹泻 消杀不到位 候诊 健康包 微网格长 黑车", "upkeep"),
    ("case", "", "hazard"),
    ("demand", "噪声 音响 扰民 广场舞 吵闹 打桩 异响", "noise"),
    ("demand", "油烟 返味 异味 气味 扬尘", "smell"),
    ("demand", "咨询 公示 补贴 办理 参保 预约 过渡费 充电桩收费 停车收费", "enquiry"),
    ("demand", "停车 占道 占用 搭建 摆卖 污水横流 拥堵 快递柜 断路 围挡 绕行", "order"),
    ("demand", "", "facility"),
]


def finer(topic, title):
    """The topic whose words suit the title."""
    for coarse, words, fine in _FINER:
        if topic == coarse and (not words or any(word in title for word in words.split())):
            return fine
    return topic


class Matter:
    """One row of 事项.csv; days are working-day indexes (0 = the latest working day), or strings of natural days."""

    def __init__(self, **fields):
        self.kind = self.topic = self.title = self.source = self.document = self.campaign = ""
        self.grid = None
        self.place = ""
        self.lead = self.leader = self.person = self.post = ""
        self.support = []          # [(unit, None)] told, [(unit, (amount, due))] with a share
        self.target, self.done, self.measure, self.step = 1, 0, "件", 1
        self.period = 10
        self.issued = self.start = self.due = self.original = self.settled = None
        self.extended = 0
        self.stage = "拟稿"
        self.progress = self.problem = self.tags = self.note = ""
        self.records, self.steps = [], []
        self.profile = ""
        self.number = 0
        self.urgent = False
        self.__dict__.update(fields)

    @property
    def by_time_only(self):
        return self.kind in ("问题", "诉求") or self.source == "领导批示"

    def amount(self, value):
        """A quantity rounded to the family's step, written without a trailing zero."""
        return tidy(round(value / self.step) * self.step)

    def with_measure(self, value):
        return f"{tidy(value)} {self.measure}"


def tidy(value):
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def build(rng, grids, office):
    """All matters, still without a place in time."""
    maker = _Maker(rng, grids, office)
    maker.campaign_backbone()
    maker.families()
    maker.spoken()
    return maker.matters


class _Maker:
    def __init__(self, rng, grids, office):
        self.rng, self.office, self.matters = rng, office, []
        self.middle = [g for g in grids if g.level == 2]
        self.small = [g for g in grids if g.level == 3]
        self.top = {g.community: g for g in grids if g.level == 1}
        self.by_name = {g.place: g for g in self.middle}
        self.micro_count = {c: sum(1 for g in self.small if g.community == c) for c in COMMUNITIES}
        self.titles = {}

    # MARK: the matters that carry the quantity of a campaign

    def campaign_backbone(self):
        profiles = {
            "sign": ["settled", "ok", "lag", "settled", "ok", "near", "red", "lag", "ok", "lag", "settled", "red"],
            "health": ["settled", "ok", "near", "settled", "ok", "lag", "ok", "near", "settled", "ok"],
            "data": ["ok", "reported", "lag", "ok", "lag", "settled", "ok", "red", "near", "ok"],
            "help": ["near", "settled", "ok", "settled", "near", "ok", "reported", "settled", "ok", "near"],
            "works": ["lag", "ok", "settled", "ok", "red", "lag"],
        }
        lake = ["柳浪苑", "东湖村", "堤围村", "长堤", "柳溪里", "灯塔湾", "旧船厂", "柳荫里", "柳堤花园", "环湖新居", "旧养殖场", "柳絮巷"]
        sizes = [44, 38, 46, 52, 36, 40, 42, 32, 48, 30, 34, 38]
        for group, (place, size) in enumerate(zip(lake, sizes), 1):
            self._add("环湖整备专班", "目标任务", "sign", f"环湖 {group} 组包户签约", self.by_name[place], size, "户", 60, "会议议定",
                      "环湖片区土地整备", tags="包户到组", profile=profiles["sign"][group - 1], elapsed=34 + group % 4)
        for i, community in enumerate(COMMUNITIES):
            self._add("公卫专班", "目标任务", "health", f"{community}社区入户健康监测", self.top[community],
                      260 + self.rng.randrange(12) * 10, "户", self.rng.randint(15, 25), "上级交办", "公共卫生应急", tags="战时",
                      profile=profiles["health"][i])
            self._add("网格中心", "目标任务", "data", f"{community}社区微网格入户信息核查", self.top[community],
                      self.micro_count[community], "格", 50, "年度重点", "全科网格治理", profile=profiles["data"][i])
            village = self.rng.choice(["石坳村", "白竹村", "云岭村", "大塘村", "上洞村", "松岗村"])
            self._add("帮扶专班", "目标任务", "help", f"{community}社区结对{village}帮扶户季度走访", self.top[community], 9, "户", 40,
                      "年度重点", "结对帮扶", profile=profiles["help"][i])
        mains = [("湖东", "湖东路", "主管敷设", 3600), ("望湖", "文昌路", "主管敷设", 1450), ("新围", "新围路", "主管敷设", 1280),
                 ("双河", "沿河路", "截污管敷设", 960), ("石桥", "石桥路", "主管敷设", 1120), ("柳堤", "环湖路", "主管敷设", 1840)]
        for i, (community, road, work, length) in enumerate(mains):
            self._add("雨污分流专班", "目标任务", "works", f"{road}雨污分流{work}", self._middle_of(community), length, "米", 75,
                      "年度重点", "城市更新和雨污分流", step=10, tags="重点工程", place=road,
                      profile=profiles["works"][i])
        self._known()

    def _known(self):
        """The matters that the manual and the pictures of the screens speak of."""
        east = self.by_name["滨河路"]
        self._add("雨污分流专班", "目标任务", "works", "湖东路雨污分流 7 号井段复工", east, 48, "米", 30, "会议议定", "城市更新和雨污分流",
                  place="湖东路", profile="red", late=12, ratio=0.4)
        self._add("城中村专班", "目标任务", "clean", "柳堤花园消防通道占用清理", self.by_name["柳堤花园"], 14, "处", 20, "网格巡查",
                  "城市更新和雨污分流", profile="red", late=7, ratio=0.64)
        self._add("环湖整备专班", "目标任务", "doc", "环湖 12 组签约资料移交土地整备中心", self.by_name["柳絮巷"], 28, "件", 25, "会议议定",
                  "环湖片区土地整备", profile="red", late=4, ratio=0.75)
        self._add("城建办", "目标任务", "clean", "荷塘社区沿街招牌隐患整改（26 处）", self.by_name["藕香街"], 26, "处", 22, "网格巡查", "",
                  profile="red", late=1, ratio=0.85)
        self._add("帮扶专班", "清单事项", "help", "结对帮扶走访台账归集", None, 90, "户次", 40, "年度重点", "结对帮扶", profile="near", left=0,
                  ratio=0.98)
        self._add("石桥社区", "目标任务", "service", "石桥社区议事厅漏水维修", self.by_name["石桥新村"], 3, "处", 15, "民生实事", "",
                  profile="reported", left=0)
        self._add("环湖整备专班", "问题", "case", "环湖 9 组两户继承权属不明", self.by_name["柳溪里"], 1, "件", 10, "会议议定", "环湖片区土地整备",
                  profile="fresh", age=3)

    # MARK: families

    def families(self):
        head = None
        for line in FAMILIES.strip().splitlines():
            if line.startswith("# "):
                if head:
                    self._family(head, patterns)
                head, patterns = [part.strip() for part in line[2:].split("|")], []
            else:
                patterns.append(line.strip())
        self._family(head, patterns)

    def _family(self, head, patterns):
        unit, kind, topic, count, quantity, period, sources, campaign = head
        low, high, step, measure = re.match(r"([\d.]+)-([\d.]+)(?:/([\d.]+))? (.+)", quantity).groups()
        step = float(step or 1)
        first, last = map(int, period.split("-"))
        for i in range(int(count)):
            title, grid, place, community = self._title(patterns, i)
            lead = f"{community}社区" if unit == "社区" else unit
            target = round(self.rng.uniform(float(low), float(high)) / step) * step
            weights = [5, 2, 1, 1, 1][: len(sources.split())]
            source = SOURCES[self.rng.choices(sources.split(), weights)[0]]
            self._add(lead, kind, topic, title.replace("{q}", f"{tidy(target)} {measure}"), grid, target, measure,
                      self.rng.randint(first, last), source, campaign, step=step, place=place)

    def _title(self, patterns, turn):
        """A title not used before, with the grid and the place it speaks of."""
        for attempt in range(60):
            pattern = patterns[(turn + attempt // 8) % len(patterns)]
            community = self.rng.choices(list(COMMUNITIES), [8, 8, 9, 12, 15, 9, 10, 11, 8, 12])[0]
            grid, place = None, ""

            def fill(match):
                nonlocal community, grid, place
                key = match.group(1)
                if key.startswith("x:"):
                    word = self.rng.choice(key[2:].split("|"))
                    if word in self.by_name:
                        grid = self.by_name[word]
                        community, place = grid.community, word
                    return word
                if key == "g":
                    community = "柳堤"
                    grid = grid or self._middle_of("柳堤")
                    place = place or "环湖片区"
                    return str(self.rng.randint(1, 12))
                if key == "n":
                    return str(self.rng.randint(2, 9))
                if key == "c":
                    grid, place = self.top[community], f"{community}社区"
                    return place
                if key == "R":
                    place = self.rng.choice(ROADS[community])
                    grid = self._middle_of(community, "ro")
                    return place
                if key == "l":
                    grid = self.rng.choice([g for g in self.small if g.community == community and g.kind in "ev"])
                    place = grid.place
                    return place
                if key == "q":
                    return "{q}"
                kinds = "evmsprwo" if key == "a" else key
                grid = self._middle_of(community, kinds)
                community, place = grid.community, grid.place
                return place

            title = re.sub(r"\{([^}]+)\}", fill, pattern)
            if title not in self.titles:
                break
        self.titles[title] = self.titles.get(title, 0) + 1
        return title, grid, place or (f"{community}社区" if grid else ""), community

    def _middle_of(self, community, kinds=None):
        own = [g for g in self.middle if g.community == community and (not kinds or g.kind in kinds)]
        return self.rng.choice(own or [g for g in self.middle if g.kind in kinds])

    def spoken(self):
        for leader, unit, title, quantity, remark in SPOKEN:
            amount, measure = quantity.split()
            kind = "问题" if measure == "件" and "压" in title or "积水" in title else "目标任务"
            self._add(unit, kind, "doc" if kind == "目标任务" else "case", title, None, float(amount), measure, self.rng.randint(2, 6),
                      "口头交办", "", note=remark, leader=leader)

    def _add(self, unit, kind, topic, title, grid, target, measure, period, source, campaign, **more):
        self.titles.setdefault(title, 1)
        place = more.pop("place", "") or (grid.place if grid else unit)
        leader = more.pop("leader", "") or IN_CHARGE.get(unit, "秦望川")
        self.matters.append(Matter(kind=kind, topic=finer(topic, title), title=title, grid=grid, target=target, measure=measure, period=period,
                                   source=source, campaign=campaign, lead=unit, leader=leader, place=place, **more))


def finish(rng, office, matters):
    """Person, post, supporting units, document numbers, labels: what depends on where the matter stands by now."""
    loads = {}
    for m in sorted(matters, key=lambda m: m.settled is not None):
        _responsible(rng, office, m, loads)
        _support(rng, office, m)
        _document(rng, m)
        _labels(rng, m)


def _responsible(rng, office, m, loads):
    staff = office.staff[m.lead]
    open_ = m.settled is None and m.stage not in ("作废", "中止")
    favourite = {"雨污分流专班": ("贺知远", 17), "环湖整备专班": ("沈南枝", 9), "应急办": ("苏见山", 12), "城建办": ("何家栋", 11)}.get(m.lead)
    if m.stage in ("待签收", "办理中", "拟稿") and m.profile in ("unsigned", "ok", "draft") and rng.random() < 0.05:
        m.post = ""
        return
    if open_ and favourite and loads.get(favourite[0], 0) < favourite[1]:
        person = next(p for p in staff if p.name == favourite[0])
    elif m.lead.endswith("社区") and m.grid and m.grid.level > 1 and m.grid.head and rng.random() < 0.6:
        person = next((p for p in staff if p.name == m.grid.head), None) or rng.choice(staff)
    else:
        pool = staff[: 12 if m.lead.endswith("社区") else 9]
        person = rng.choices(pool, [3 if i else 1 for i in range(len(pool))])[0]
    if open_:
        loads[person.name] = loads.get(person.name, 0) + 1
    m.person, m.post = person.name, person.posts[0]


_PARTNERS = {
    "pipe": ["供电所", "水务公司", "燃气公司", "执法队", "环保办"], "road": ["供电所", "执法队", "派出所"], "green": ["水务公司", "执法队"],
    "land": ["环湖公司", "执法队", "司法所"], "demolish": ["供电所", "燃气公司", "执法队"], "papers": ["司法所", "环湖公司"], "move": ["派出所", "环湖公司"],
    "sign": ["司法所", "环湖一支部", "环湖二支部", "派出所", "柳堤社区"], "stall": ["派出所", "市监所", "城建办"], "board": ["执法队", "应急办"],
    "clean": ["执法队", "派出所", "应急办"], "safe": ["派出所", "市监所", "供电所", "燃气公司"], "drill": ["派出所", "社康中心"], "equip": ["供电所", "派出所"],
    "data": ["派出所", "平安办", "网格中心"], "visit": ["商会", "妇联", "团工委"], "fund": ["财务室", "商会"], "sale": ["商会", "工会", "农商行望湖支行"],
    "train": ["商会", "经发办", "团工委"], "campaign": ["派出所", "司法所", "团工委"], "doc": ["党政办", "司法所"], "party": ["党群中心", "党建办"],
    "inspect": ["派出所", "市监所", "应急办"],
    "letter": ["司法所", "派出所"], "health-people": ["社康中心", "公服办", "网格中心"], "health-place": ["社康中心", "市监所", "环保办"],
    "build": ["城建办", "供电所", "党群中心"], "welfare": ["社康中心", "党群中心", "公服办"], "event": ["党群中心", "文化站", "妇联"],
    "calls": ["社康中心", "妇联"], "enterprise": ["商会", "市监所", "农商行望湖支行"], "hazard": ["城建办", "应急办", "水务公司", "供电所"], "dispute": ["司法所", "派出所", "信访办"],
    "upkeep": ["执法队", "派出所", "市监所"], "noise": ["执法队", "环保办", "派出所"], "facility": ["城建办", "水务公司", "供电所"],
    "order": ["执法队", "派出所", "城建办"], "smell": ["环保办", "市监所", "执法队"], "enquiry": ["便民中心", "公服办"],
}


def _support(rng, office, m):
    if rng.random() > 0.5:
        return
    pool = [u for u in _PARTNERS[m.topic] if u != m.lead]
    if m.grid and f"{m.grid.community}社区" != m.lead:
        pool.append(f"{m.grid.community}社区")
    chosen = rng.sample(pool, min(len(pool), rng.choice([1, 1, 2, 3])))
    for i, unit in enumerate(chosen):
        share = None
        if i == 0 and (m.target or 0) >= 12 and m.due is not None and isinstance(m.due, int) and m.kind == "目标任务" and rng.random() < 0.35:
            amount = max(m.step, round(m.target * rng.uniform(0.1, 0.35) / m.step) * m.step)
            share = (amount, m.due - rng.randint(0, min(5, m.period // 4)))
        m.support.append((unit, share))


def _document(rng, m):
    n = rng.randint(2, 60)
    m.document = {
        "上级交办": rng.choice([f"区委督〔{{年}}〕{n}号", f"区府办函〔{{年}}〕{n + 40}号", f"区专班通知第{n}号"]),
        "领导批示": f"望街批〔{{年}}〕{n}号", "会议议定": rng.choice([f"党工委会纪要〔{{年}}〕{n % 38 + 1}号", f"指挥部例会纪要第{n}期", f"街道办公会纪要第{n % 30 + 1}期"]),
        "年度重点": "望街发〔{年}〕3号", "民生实事": f"望街办〔{{年}}〕12号第{n % 10 + 1}项", "12345": f"GD{rng.randint(100000, 999999)}",
        "信访": f"望街信〔{{年}}〕{n}号", "网格巡查": f"网巡{rng.randint(1000, 9999)}", "人大政协": rng.choice([f"区人大建议第{n}号", f"区政协提案第{n}号"]),
        "口头交办": "",
    }[m.source]


def _labels(rng, m):
    tags = [m.tags] if m.tags else []
    if m.urgent:
        tags.append("急")
    if m.source == "民生实事":
        tags.append("民生实事")
    # Titles of family cases stay off the meeting wall, which knows them by this tag.
    if m.topic == "dispute" and m.lead == "环湖整备专班":
        if rng.random() < 0.4 or any(word in m.title for word in ("夫妻", "继承", "共有人")):
            tags.append("疑难个案")
    if m.topic in ("pipe", "road", "build", "safe") and rng.random() < 0.12:
        tags.append(rng.choice(["回头看", "现场会", "样板"]))
    m.tags = "；".join(tags)
    if not m.note and rng.random() < 0.08:
        m.note = rng.choice(["与上月同类事项合并统计", "需与区局对账", "照片存公共盘", "居民代表已看过方案", "资金走专户", "周例会必报", "办结后回头看一次",
                             "数量以测绘成果为准", "联系人见内部通讯录", "涉及两个社区，以牵头为主"])


def words(topic):
    """The word lists of a topic: ``did`` by lines, the others by bars."""
    lists = TOPICS[topic]
    return {key: (text.strip().splitlines() if key == "did" else text.split("|")) for key, text in lists.items()}

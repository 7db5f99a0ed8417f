"""Invented people. Names are drawn from common parts so that no person is meant."""

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)

GIVEN = (
    "建平 国安 海涛 志强 文涛 立新 德明 长青 少华 瑞芳 美玲 丽华 秀英 雅琴 晓红 小娟 国栋 立军 永强 守义 文斌 启明 明远 "
    "嘉禾 知行 雨桐 静怡 思远 可心 小满 清和 方立 晓岚 家栋 一鸣 晓东 国兴 文静 志豪 振宇 俊杰 浩然 子轩 宇航 天佑 一凡 "
    "若曦 诗涵 梦洁 佳怡 欣妍 雪莹 婉清 语嫣 思琪 紫萱 雅雯 慧敏 淑芬 桂兰 玉梅 凤英 春燕 秋月 冬梅 夏荷 海燕 丽娟 艳红 "
    "金凤 银花 彩霞 素云 爱华 爱民 卫民 为民 保国 兴华 振华 新华 建华 建军 建业 建设 国庆 国华 国强 国良 光明 光辉 学文 "
    "学军 学林 永康 永福 永清 永年 世杰 世荣 世昌 家豪 家明 家骏 家乐 伟民 伟杰 伟业 伟东 志刚 志明 志勇 志远 志诚 志宏 "
    "文清 文辉 文博 文轩 文彬 文武 明辉 明亮 明德 明哲 晓峰 晓明 晓燕 晓玲 晓雯 晓晴 晓彤 春生 春林 秋生 冬生 福生 "
    "根生 长生 庆生 金水 金龙 银龙 木林 森林 松涛 松柏 柏林 竹青 梅香 兰香 菊香 荷香 桂香 丹阳 朝阳 向阳 晨阳 旭东 卫东 "
    "东升 东海 南山 南星 西平 北辰 江波 江涛 海波 海洋 海峰 海生 河清 溪亭 润生 润泽 雨生 雨晴 雨欣 雪梅 雪松 "
    "云飞 云霞 云鹏 凌云 凌霄 腾飞 鹏程 宏图 宏伟 宏亮 宏斌 鸿飞 鸿雁 鹤鸣 鹤年 凤鸣 龙飞 骏驰 万里 百川 "
    "百灵 五福 四海 双喜 双全 成林 成业 成志 成才 有才 有为 有德 守信 守诚 守仁 怀仁 怀德 怀玉 "
    "抱朴 若愚 若水 若兰 若梅 若竹 如玉 如意 如松 如风 似锦 锦程 锦绣 锦华 秀兰 秀梅 秀珍 秀峰 秀林 玉兰 玉珍 玉洁 玉成 玉山 "
    "宝山 宝林 宝华 宝珍 宝玉 珍珠 翠英 翠兰 翠屏 碧云 碧华 碧莲 青山 青云 青松 青莲 紫薇 紫云 丹丹 婷婷 莉莉 娜娜 媛媛 圆圆 "
    "倩倩 露露 佩佩 佩兰 佩文 佩华 淑贞 淑珍 淑华 淑敏 惠芳 惠珍 惠民 惠英 慧芳 慧玲 慧娟 敏华 敏捷 敏慧 静雯 静文 静香 静波 "
    "宁静 安宁 安康 安平 平安 平波 乐山 乐天 乐平 乐意 欢喜 欣然 欣荣 悦然 怡然 怡君 怡宁 昭阳 昭明 景明 景行 景云 景辉 光远 "
    "光耀 耀辉 耀华 耀祖 祖德 祖荣 继业 继伟 继红 承志 承业 承恩 传志 传芳 传宗 宗明 宗泽 绍华 绍文 绍军 少杰 少波 少芬 幼林 "
    "亦凡 亦舟 子墨 子涵 子衿 子恒 子越 梓睿 梓萱 沐阳 沐辰 奕辰 奕然 宸宇 辰逸 景澄 知夏 知微 见微 见深 望舒 南乔 南枝 北溟 "
    "砚青 砚田 书言 书瑶 书航 墨林 墨言 清越 清扬 清欢 清源 舒然 舒雅 云舒 云起 听澜 观澜 素心 采薇 采芹 "
    "白露 立秋 谷雨 大川 小川 一川 一舟 一帆 一诺 一航 一鹤 远山 远航 远帆 致宁 致和 致知 格非 修远 修齐 修文"
).split()

SINGLE = "斌 波 超 辉 军 磊 丽 琳 敏 娜 宁 萍 倩 蓉 森 婷 伟 霞 欣 雪 岩 燕 洋 颖 勇 宇 媛 哲 洁 静 娟 俊 凯 岚 雷 莉 亮 玲 龙 梅".split()

# Names of well-known people that the parts could form by chance, and parts that only looked like names.
_AVOID = set(
    "张海洋 王海涛 李娜 刘翔 王勇 张军 李军 刘伟 王军 周强 张洋 陈龙 林丹丹 孙杨 王宁 王洋 周洋 郭晶 何洁 张杰 张磊 马龙 "
    "李宁 孙宁 王伟 张伟 李伟 刘洋 王霞 李雪 高亚 徐静 赵薇 周迅 黄晓明 李晓明 贾平凹 莫言 余华 张艺 陈凯 钟南山 袁隆平 "
    "李国强 刘国梁 郑国强 张国荣 梁家辉 张学友 刘德华 郭富城 张国庆 孔令 何平 石光荣 马化 雷军 王石 王石川 李鸿飞 李宇 "
    "江泽民 朱云来 陈云起 毛润东 刘少杰 林卫东 何卫东 马文瑞 孟建平 李克 李鹏程 胡春生 彭丽媛 彭媛 汪洋 张春贤 王珉 刘云山".split()
)


class Names:
    """Hands out full names, each once, each given name at most three times."""

    def __init__(self, rng, reserved):
        self._rng = rng
        self._used = set(reserved) | _AVOID
        self._parts = {}
        self._given = [g for g in GIVEN if len(g) == 2]

    def next(self):
        while True:
            surname = self._rng.choice(SURNAMES)
            given = self._rng.choice(self._given if self._rng.random() < 0.88 else SINGLE)
            limit = 3 if len(given) == 2 else 4
            if surname + given in self._used or self._parts.get(given, 0) >= limit or surname in given:
                continue
            self._parts[given] = self._parts.get(given, 0) + 1
            self._used.add(surname + given)
            return surname + given

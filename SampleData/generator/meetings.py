"""Meetings of the last weeks, what they decided, and the 四个一 of the campaigns.

Nothing here draws from the generator of the others, so that nothing else changes. What was recorded 会上 on a day is what a
meeting of that day heard; what was registered as 会议议定 on a day is what one decided.
"""

import random
from types import SimpleNamespace

from .history import cell, nd, wd

LAKE, HEALTH, GRID, WORKS, HELP = "环湖片区土地整备", "公共卫生应急", "全科网格治理", "城市更新和雨污分流", "结对帮扶"
HEADER = ["会议日期", "会议", "战役", "名称", "时刻", "散会", "主持", "地点", "出席", "涉及事项", "内容", "决定", "落实事项"]
FRONTLINE_HEADER = ["战役", "四个一", "人员", "地点", "日期", "说明"]

# What the last meetings decided: campaign, the problem it is about (or none), what was concluded, by whom, and the matter
# that was made of it (title, kind, unit, days to go) or none: 不需落实.
DECIDED = [
    (LAKE, "环湖 5 组祖屋共有人意见不一", "由法律服务组召集共有人协商，形成书面分配意见后先签约", "指挥部集体研究",
     ("环湖 5 组祖屋共有人协商会", "环湖整备专班", 3)),
    (LAKE, "环湖 5 组一户抵押未解除，不能备案", "专班陪同到银行办理解押，费用由户主自理", "指挥部集体研究",
     ("环湖 5 组抵押解除陪同办理", "环湖整备专班", 5)),
    (LAKE, "", "各组每晚 17 时报当日签约户数，综合业务组汇总", "指挥部集体研究", None),
    (HEALTH, "", "东门、望湖两个社区的入户监测由社康中心加派两组人", "指挥部集体研究", ("东门、望湖社区入户监测加派人手", "公卫专班", 4)),
    (WORKS, "湖东路雨污分流 7 号井段复工", "泥浆池选址请城建办三日内批复，逾期由指挥部约谈施工方", "分管领导",
     ("7 号井段泥浆池选址批复", "城建办", 3)),
    (WORKS, "", "交通疏解方案每周五更新一次", "指挥部集体研究", None),
    (GRID, "", "数据对不上的微网格由网格中心列表，社区书记认领", "分管领导", ("微网格数据差异清单认领", "网格中心", 6)),
    (HELP, "白竹村合作社理事长空缺", "由帮扶专班与村两委提出人选，月底前开成员大会", "分管领导", ("白竹村合作社理事长人选提出", "帮扶专班", 9)),
    ("", "", "年底前到期事项由各牵头单位报一次完成把握", "党工委会", ("年底前到期事项完成把握汇总", "督查室", 4)),
]

# campaign: kind, title, begins, ends, chair, place, days (working days back, or natural days back)
LAKE_PLACE, WORKS_PLACE = "环湖指挥部会议室", "更新指挥部会议室"
SERIES = [
    (LAKE, "早会", "", "08:10", "08:30", "顾长河", LAKE_PLACE, [wd(-n) for n in range(12, 0, -1)]),
    (LAKE, "晚会", "", "17:30", "18:05", "顾长河", LAKE_PLACE, [wd(-n) for n in range(12, 0, -1)]),
    (WORKS, "早会", "", "08:20", "08:35", "聂海平", WORKS_PLACE, [wd(-n) for n in range(8, 0, -1)]),
    (WORKS, "晚会", "", "17:40", "18:10", "聂海平", WORKS_PLACE, [wd(-n) for n in range(8, 0, -1)]),
    (HEALTH, "专题会", "调度会", "16:30", "17:00", "叶知秋", "三楼会议室", [nd(-n) for n in range(10, 0, -1)]),
    (GRID, "周例会", "", "09:30", "10:20", "严培风", "网格中心", [wd(-n) for n in (12, 7, 2)]),
    (HELP, "周例会", "", "15:00", "15:40", "柯振声", "二楼会议室", [wd(-n) for n in (13, 8, 3)]),
    ("", "周例会", "", "09:00", "10:10", "方致远", "一楼会议室", [wd(-n) for n in (14, 9, 4)]),
]
# Announced for the day of opening.
TODAY = [
    (LAKE, "早会", "", "08:10", "顾长河", LAKE_PLACE, "签约进度逐组过"),
    (LAKE, "晚会", "", "17:30", "顾长河", LAKE_PLACE, ""),
    (HEALTH, "专题会", "调度会", "16:30", "叶知秋", "三楼会议室", "应急物资盘点"),
]
# What the groups report in turn where a matter of its own says nothing.
REPORTED = ["发热哨点日报已收齐，无异常", "口罩、试剂库存核对一致，可用 18 天", "重点场所通风消杀走完一轮", "入户监测按社区逐一通报", "值守点位交接班已查看"]


def follow_ups(everything, office, number):
    """The matters that the last meetings made, as rows of 事项.csv; they have no records yet."""
    by_title = {m.title: m for m in everything}
    rows = []
    for campaign, about, _, _, made in DECIDED:
        if not made:
            continue
        title, unit, days = made
        rng = random.Random(title)
        known = by_title.get(about)
        person = known.person if known and known.lead == unit else office.staff[unit][rng.randrange(1, 3)].name
        post = next(p.posts[0] for p in office.staff[unit] if p.name == person)
        rows.append(SimpleNamespace(
            number=number + len(rows), title=title, campaign=campaign, lead=unit, person=person, post=post,
            issued=_last_day(campaign), due=wd(days), leader=_chair(campaign)))
    return rows


def _last_day(campaign):
    return [s for s in SERIES if s[0] == campaign][-1][7][-1]


def _chair(campaign):
    return [s for s in SERIES if s[0] == campaign][-1][5]


def meetings(everything, made, label):
    """The rows of 会议.csv, meeting by meeting."""
    by_title = {m.title: m for m in everything}
    held = [(day, series) for series in SERIES for day in series[7]]
    held.sort(key=lambda meeting: (_ago(meeting[0]), meeting[1][3]))
    for day, (campaign, kind, title, begins, ends, chair, place, days) in held:
        rng = random.Random(f"{campaign} {kind} {day}")
        entries = list(_heard(everything, campaign, kind, day, label))
        if campaign == HEALTH:
            entries.append(["", REPORTED[-_ago(day) % len(REPORTED)], "", ""])
        if day == days[-1] and kind != "早会":
            entries += list(_decided(campaign, by_title, made, label))
        elif kind != "早会":
            entries += list(_registered(everything, campaign, day, label))
        attendance = f"出席：指挥部各功能组负责人 {rng.randint(6, 14)} 人" if campaign else f"出席：班子成员、各办负责人 {rng.randint(22, 31)} 人"
        first = [day, kind, campaign, title, begins, ends, chair, place, attendance]
        for row in entries or [["", "", "", ""]]:
            yield first + row
    for campaign, kind, title, begins, chair, place, topic in TODAY:
        yield ["今日", kind, campaign, title, begins, "", chair, place, "", "", topic, "", ""]


def _ago(day):
    """Natural days back, about."""
    return int(day[2:-1]) * 7 // 5 if day.endswith("工") else int(day[2:])


def _heard(everything, campaign, kind, day, label):
    """Up to three of the records that were made in a meeting on this day; the early ones hear the first half."""
    found = [(m, r) for m in everything for r in m.records
             if m.campaign == campaign and r["day"] == day and r["channel"] == "会上" and r["action"] in ("跟踪", "报进度")]
    if kind in ("早会", "晚会"):
        found = found[::2] if kind == "早会" else found[1::2]
    for m, r in found[:3]:
        yield [label(m), r["text"], "", ""]


def _registered(everything, campaign, day, label):
    """What was registered as decided by a meeting on this day."""
    for m in everything:
        if m.campaign == campaign and m.source == "会议议定" and cell(m.issued) == day and m.stage not in ("拟稿", "待批准", "作废", "中止"):
            yield ["", f"{m.title}，立项督办", "指挥部集体研究" if campaign else "党工委会", label(m)]


def _decided(campaign, by_title, made, label):
    for own, about, conclusion, level, follow in DECIDED:
        if own != campaign:
            continue
        matter = label(by_title[about]) if about else ""
        number = next(f"督{m.number}" for m in made if m.title == follow[0]) if follow else "不需落实"
        yield [matter, conclusion, level, number]


def frontline(office):
    """力量汇聚在一线, 党组织建在一线, 党员扎根在一线, 考察培育在一线: who, where, since when."""
    lake = [p.name for p in office.staff["环湖整备专班"]]
    works = [p.name for p in office.staff["雨污分流专班"]]
    health = [p.name for p in office.staff["公卫专班"]]
    grid = [p.name for p in office.staff["网格专班"]]
    helpers = [p.name for p in office.staff["帮扶专班"]]
    branch = [p.name for p in office.staff["环湖党总支"]]
    one, two = ([p.name for p in office.staff[u]] for u in ("环湖一支部", "环湖二支部"))
    force, founded, rooted, watched = "力量汇聚在一线", "党组织建在一线", "党员扎根在一线", "考察培育在一线"
    rows = [
        (LAKE, force, lake[1:4], "环湖 1—4 组", -108, "入户签约一队"),
        (LAKE, force, lake[4:7], "环湖 5—8 组", -108, "入户签约二队"),
        (LAKE, force, lake[7:10], "环湖 9—12 组", -96, "入户签约三队"),
        (LAKE, founded, branch, "环湖指挥部", -105, "环湖片区临时党总支"),
        (LAKE, founded, one, "柳浪苑", -104, "第一临时党支部"),
        (LAKE, founded, two, "柳溪里", -104, "第二临时党支部"),
        (LAKE, rooted, lake[1:3], "环湖 8 组", -90, "党员责任区"),
        (LAKE, rooted, lake[5:7], "环湖 5 组", -88, "党员先锋岗"),
        (LAKE, watched, [lake[1], lake[8]], "环湖指挥部", -60, "一线考察，跟班记实"),
        (WORKS, force, works[0:3], "湖东路工地", -150, "管线协调专班"),
        (WORKS, founded, [p.name for p in office.staff["雨污支部"]], "更新指挥部", -148, "项目临时党支部"),
        (WORKS, rooted, works[3:5], "新围路工地", -120, "党员责任路段"),
        (HEALTH, force, health[0:4], "东门社区、望湖社区", -80, "入户监测组"),
        (HEALTH, rooted, health[4:6], "荷塘水厂", -62, "党员值守点"),
        (GRID, rooted, grid[0:3], "柳堤社区、湖东社区", -140, "党员包片核查"),
        (HELP, force, helpers[0:3], "石坳村、白竹村", -190, "驻村帮扶队"),
        (HELP, watched, helpers[3:4], "云岭村", -120, "驻村锻炼"),
    ]
    for campaign, kind, people, place, day, text in rows:
        yield [campaign, kind, "、".join(people), place, wd(day), text]

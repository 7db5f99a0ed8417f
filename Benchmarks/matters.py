"""Makes matters files (事项表) of any size, the same for the same size and day.

    python3 Benchmarks/matters.py 100000 > 事项.csv

Of the matters 28 % are open, as in an office that keeps its settled ones; about every sixth of the
open ones is past its limit. Names of units and people stand in the rows and are created on import.
"""

import csv
import datetime
import io
import random
import sys

HEADER = (
    "编号,事项,类别,来源,来源文号,战役,网格,牵头单位,配合单位,责任领导,责任人,岗位,目标量,完成量,计量单位,"
    "交办日期,开始日期,完成时限,原定时限,延期次数,状态,办结日期,进展情况,存在问题,标签,备注"
).split(",")

PLACES = ["湖东路", "柳堤巷", "荷花里", "望湖新村", "滨河北段", "老粮站", "东风渠", "三号码头", "文昌街", "石桥头"]
WORKS = ["管网改造", "路灯维修", "违建拆除", "井盖更换", "绿化补植", "老旧电梯加装", "雨污分流", "签约腾房", "消防通道清理", "积水点整治"]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何"
GIVEN = ["秋白", "望舒", "长河", "见山", "如许", "知远", "南枝", "文舟", "清扬", "若谷"]
UNITS = [f"{place}{kind}" for place in PLACES for kind in ("社区", "专班")]
SOURCES = ["上级交办", "会议议定", "年度重点", "民生实事", "12345", "信访", "网格巡查", "人大政协", "口头交办"]


def rows(count, today, seed=2026):
    chance = random.Random(seed)
    people = {unit: [chance.choice(SURNAMES) + given for given in GIVEN] for unit in UNITS}
    for number in range(1, count + 1):
        unit = UNITS[number % len(UNITS)]
        person = chance.choice(people[unit])
        is_open = chance.random() < 0.28
        issued = today - datetime.timedelta(days=chance.randint(5, 60 if is_open else 700))
        if is_open:
            due = today + datetime.timedelta(days=chance.randint(-12, 60))
            due = max(due, issued + datetime.timedelta(days=2))
            stage, settled = "办理中", ""
        else:
            due = issued + datetime.timedelta(days=chance.randint(5, 40))
            settled = min(today, issued + datetime.timedelta(days=chance.randint(1, 45))).isoformat()
            stage = "已销号"
        target = chance.randint(5, 500)
        done = target if settled else chance.randint(0, target)
        title = f"{chance.choice(PLACES)}{chance.choice(WORKS)}第{number}项"
        yield [
            number, title, chance.choice(["目标任务", "问题"]), chance.choice(SOURCES), "", "", "", unit, "", "",
            person, "经办岗", target, done, "户", issued.isoformat(), "", due.isoformat(), "", "", stage, settled,
            "已现场踏勘，按计划推进" if is_open else "", "", "", "",
        ]


def text(count, today=None):
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEADER)
    table.writerows(rows(count, today or datetime.date.today()))
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.write(text(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))

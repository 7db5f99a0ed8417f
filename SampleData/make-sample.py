#!/usr/bin/env python3
"""Writes the sample street 望湖街道: the files beside this script, in the format of docs/Import.md.

    python3 SampleData/make-sample.py

The same script always writes the same files. Everything in them is invented. Dates are relative (今日-12工), so that the
street is lively on whichever day it is opened.
"""

import csv
import random
from pathlib import Path

from generator import atlas, history, matters, meetings, places
from generator.office import UNITS, Office

HERE = Path(__file__).resolve().parent
SEED = 20261120


def main():
    rng = random.Random(SEED)
    grids = places.build(rng)
    office = Office(rng, grids)
    everything = matters.build(rng, grids, office)
    history.place_in_time(rng, everything, office)
    matters.finish(rng, office, everything)
    everything.sort(key=registered)
    for number, m in enumerate(everything, 1):
        m.number = number
    write("单位.csv", ["单位", "简称", "上级", "类别"], UNITS)
    write("人员.csv", ["姓名", "单位", "岗位", "角色", "离岗日期"],
          [*([p.name, p.unit, "；".join(p.posts), p.roles] for p in office.people), *FORMER])
    write("请假.csv", ["请假人", "单位", "起", "止", "代管人"], LEAVES)
    unit_of = {g.code: f"{g.community}社区" for g in grids}
    write("网格.csv", ["编码", "名称", "级别", "上级", "单位", "网格长"],
          ([g.code, g.name, g.level, g.parent, unit_of[g.code], g.head] for g in grids))
    made = meetings.follow_ups(everything, office, len(everything) + 1)
    write("事项.csv", MATTER_HEADER, [*map(matter_row, everything), *map(follow_up_row, made)])
    write("步骤.csv", ["编号", "序", "步骤", "责任人", "时限", "完成日期"], steps(everything))
    write("记录.csv", ["编号", "日期", "经手", "录入", "方式", "动作", "文字", "完成量", "理由"], records(everything))
    write("包户.csv", ["编号", "户号", "组", "包户干部", "状态", "最近上门", "疑难类别"], households(everything, office))
    write("职责.csv", ["职责", "周期", "遇休息日", "时刻", "单位", "责任人", "起"], ROUTINES)
    write("勾办.csv", ["职责", "应办日", "勾办日", "由谁", "说明"], ticks())
    write("四个一.csv", meetings.FRONTLINE_HEADER, meetings.frontline(office))
    write("会议.csv", meetings.HEADER, meetings.meetings(everything, made, label))
    write_text("街道.yaml", STREET)
    write_text("战役.yaml", campaigns(everything))
    write_text("地图.txt", "\n".join(atlas.sections(grids, places.ROADS, SEED)))


# 调走的人和空下来的岗：姓名、单位、岗位、角色、离岗日期
FORMER = [
    ("卫同尘", "应急办", "宣教专管", "经办", "今日-23"),
    ("董佩芬", "城建办", "海绵城市岗", "经办", "今日-61"),
    ("余清和", "柳堤社区", "党建组织员", "经办", "今日-9"),
    ("秦岚", "环保办", "排水监管岗", "经办", "今日-34"),
]

# 请假人、单位、起、止、代管人
LEAVES = [
    ("姚惠珍", "经发办", "今日", "今日+1工", ""),
    ("孙宗明", "公卫专班", "今日-1工", "今日+2工", "汪旭东"),
    ("何家栋", "城建办", "今日+1工", "今日+3工", ""),
    ("罗建平", "平安办", "今日+2工", "今日+4工", "周守诚"),
    ("程亦凡", "综治办", "今日+5工", "今日+8工", "彭舒雅"),
]

# 职责、周期、遇休息日、时刻、单位、责任人、起
ROUTINES = [
    ("晨会碰头", "每日", "", "07:50", "督查室", "陈雨桐", "今日-60"),
    ("值班日志交接", "每日", "照常", "08:00", "党建办", "许知行", "今日-60"),
    ("日报告", "每日", "", "17:30", "督查室", "陈雨桐", "今日-60"),
    ("周例会", "每周一", "顺延", "09:00", "党建办", "许知行", "今日-60"),
    ("河长巡河 柳溪河", "每周二", "顺延", "", "党政办", "", "今日-60"),
    ("督查周报", "每周五", "提前", "17:00", "督查室", "陈雨桐", "今日-60"),
    ("月查", "每月 18 日", "顺延", "", "党政办", "", "今日-120"),
    ("办结率通报稿", "每月 28 日", "提前", "", "督查室", "陈雨桐", "今日-120"),
    ("季报", "每季度", "提前", "", "党政办", "", "今日-200"),
    ("半年小结", "每半年", "提前", "", "党政办", "", "今日-400"),
    ("年度考核", "每年", "提前", "", "党政办", "", "今日-400"),
]


def ticks():
    """Most turns were done on their day, some a day later, a few never."""
    rng = random.Random(SEED)
    kept = {"每日": 22, "每周": 6, "每月": 3}
    for name, cycle, _, _, _, person, _ in ROUTINES:
        for back in range(kept.get(cycle[:2], 1), 0, -1):
            chance = rng.random()
            if chance < 0.04 or (name == "日报告" and back == 3):
                continue
            late = "+1" if chance > 0.94 else ""
            yield [name, f"上{back}次", late, person, "补" if late else ""]


MATTER_HEADER = ("编号 事项 类别 来源 来源文号 战役 网格 牵头单位 配合单位 责任领导 责任人 岗位 目标量 完成量 计量单位 交办日期 开始日期 完成时限 原定时限 "
                 "延期次数 状态 办结日期 进展情况 存在问题 标签 备注").split()


def registered(m):
    """A day to number the matters by, as a working-day index; natural days are scaled."""
    day = m.records[0]["at"] if m.records else m.issued
    return day if isinstance(day, int) else (int(day[2:] or 0)) * 5 / 7 if day != "今日" else 0.4


def label(m):
    return f"{matters.LETTERS[m.kind]}{m.number}"


def matter_row(m):
    support = "；".join(supporting(m, unit, share) for unit, share in m.support)
    done = "" if m.target is None or m.stage in ("拟稿", "待批准", "作废") else matters.tidy(m.done)
    return [label(m), m.title, m.kind, m.source, m.document, m.campaign, m.grid.label if m.grid else "", m.lead, support, m.leader,
            m.person, m.post, matters.tidy(m.target) if m.target is not None else "", done, m.measure, history.cell(m.issued),
            history.cell(m.start), history.cell(m.due), history.cell(m.original), m.extended or "", m.stage, history.cell(m.settled),
            m.progress, m.problem, m.tags, m.note]


def follow_up_row(m):
    """A matter that a meeting of the last days made."""
    row = dict(编号=f"督{m.number}", 事项=m.title, 类别="目标任务", 来源="会议议定", 战役=m.campaign, 牵头单位=m.lead, 责任领导=m.leader,
               责任人=m.person, 岗位=m.post, 目标量=1, 完成量=0, 计量单位="件", 交办日期=m.issued, 完成时限=m.due, 状态="办理中")
    return [row.get(name, "") for name in MATTER_HEADER]


def supporting(m, unit, share):
    if not share:
        return f"{unit}（协助）"
    amount, due = share
    return f"{unit}（分办 {matters.tidy(amount)}{m.measure} {history.cell(due)}）"


def steps(everything):
    for m in everything:
        for order, step in enumerate(m.steps, 1):
            done = history.cell(step["done"])
            yield [label(m), order, step["title"], step["person"], history.cell(step["limit"]), done]


def records(everything):
    for m in everything:
        for r in m.records:
            yield [label(m), r["day"], r["who"], r["clerk"], r["channel"], r["action"], r["text"], r["amount"], r["reason"]]


TROUBLES = ["继承权属", "面积认定", "共有份额", "评估异议", "抵押未解除", "户主在外", "回迁诉求", "违建认定"]


def households(everything, office):
    """The households of the land campaign: as many as each group's matter has to sign, as many signed as it has done. Drawn by a
    generator of its own, so that nothing else changes."""
    rng = random.Random(SEED + 1)
    team = [p.name for p in office.staff["环湖整备专班"][:10]]
    for m in everything:
        if m.tags != "包户到组" and "包户到组" not in m.tags.split("；"):
            continue
        group = m.title.split()[1]
        signed = int(m.done or 0) if m.stage not in ("拟稿", "待批准", "作废") else 0
        count = int(m.target)
        settled = m.stage in ("已办结", "已销号", "已归档")
        states = [("已腾" if settled or rng.random() < 0.3 else "已签") for _ in range(signed)]
        states += [rng.choices(["洽谈", "疑难", "未谈"], [6, 2, 1])[0] for _ in range(count - signed)]
        rng.shuffle(states)
        cadres = [m.person] + [name for name in team if name != m.person][:3] if m.person else team[:4]
        for i, state in enumerate(states, 1):
            back = rng.randint(1, 9) if state in ("洽谈", "疑难") else rng.randint(10, 60)
            visited = "" if state == "未谈" else f"今日-{back}工"
            yield [label(m), f"H{int(group):02d}-{i:03d}", f"环湖 {group} 组", cadres[(i * len(cadres) - 1) // count], state, visited,
                   rng.choice(TROUBLES) if state == "疑难" else ""]


STREET = """\
# 街道的基本情况，只问一次。各项说明见 docs/Import.md。本文件夹中的街道、单位、人员、事项均为虚构。
名称: 望湖街道
全称: 中共望湖街道工作委员会
机关代字: 望街
落款单位: 中共望湖街道工作委员会
时差: "+08:00"
# 从哪一天起，对接手的旧事项也提醒、催办、查漏跟踪；不写则暂不督办。
启用督办: 今日-60
"""

# name, goal, head, lead unit, phase, measure, heads of the four function groups
CAMPAIGNS = [
    ("环湖片区土地整备", "环湖片区一期签约、腾房、移交，一户不漏", "顾长河", "环湖整备专班", "攻坚", "户", ["唐予宁", "沈南枝", "周启明", "裴文度"]),
    ("公共卫生应急", "重点场所、重点人群、应急物资三到位", "叶知秋", "公卫专班", "战时", "户", ["温若谷", "谢小满", "林嘉禾", "郑国安"]),
    ("全科网格治理", "微网格入户信息核查全覆盖，事项有人管、数据对得上", "严培风", "网格中心", "平时", "格", ["林嘉禾", "程亦凡", "罗建平", "陈雨桐"]),
    ("城市更新和雨污分流", "六条主管贯通，城中村三线落地", "聂海平", "雨污分流专班", "攻坚", "米", ["贺知远", "罗文舟", "陆敬之", "许砚秋"]),
    ("结对帮扶", "六个结对村九十户走访到户，帮扶资金用在实处", "柯振声", "帮扶专班", "平时", "户", ["谢小满", "温若谷", "许知行", "裴文度"]),
]

# 临时党支部 of a campaign and its secretary
BRANCHES = {"环湖片区土地整备": ("环湖党总支", "曹福生")}


def campaigns(everything):
    lines = ["# 五场战役：总指挥、指挥部四个功能组、起止、阶段、目标量。目标量等于本战役各目标任务中同一计量单位的目标量之和。"]
    for name, goal, head, unit, phase, measure, members in CAMPAIGNS:
        own = [m for m in everything if m.campaign == name and m.measure == measure and m.kind == "目标任务" and m.stage != "作废"]
        last = max(m.due for m in own if m.due is not None) + 3
        lines += [f"- 名称: {name}", f"  目标: {goal}", f"  总指挥: {head}", f"  牵头单位: {unit}",
                  f"  起: {history.wd(history.CAMPAIGN_START[name])}", f"  止: {history.wd(last)}", f"  阶段: {phase}",
                  f"  目标量: {matters.tidy(sum(m.target for m in own))} {measure}"]
        if name in BRANCHES:
            lines += [f"  临时党支部: {BRANCHES[name][0]}", f"  支部书记: {BRANCHES[name][1]}"]
        lines.append("  指挥部:")
        for group, person in zip(["综合业务组", "具体业务组", "疑难个案组", "后勤保障组"], members):
            lines.append(f"    {group}: {person}")
    return "\n".join(lines) + "\n"


def write(name, header, rows):
    """A table with the mark of UTF-8 in front, so that Excel and WPS read it right."""
    with open(HERE / name, "w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def write_text(name, text):
    (HERE / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""Places each matter in time and writes its history, so that the sample is lively on whichever day it is opened.

Every matter gets a profile (settled long ago, late, behind plan, near …). Days are working-day indexes: 0 is the latest
working day not after the day of opening, +1 the next one after it, so that lights hardly depend on that day.
"""

from .matters import words
from .office import IN_CHARGE
from .texts import (ANSWERS, CHECKED, CHECKED_BY_PHONE, EXTENDED, PARKED, REFUSE_EXTEND, SEND_BACK, SEND_BACK_DRAFT, SUSPEND, VOID, WHAT,
                    suited)

# How many matters stand how. Everything else was settled in the course of the year.
OPEN = {"red": 37, "lag": 50, "near": 56, "ok": 128, "fresh": 24, "reported": 30, "unsigned": 24, "pending": 20, "draft": 20, "parked": 36,
        "suspended": 8, "void": 9}
# Working day on which a campaign began; nothing of it is older.
CAMPAIGN_START = {"环湖片区土地整备": -110, "公共卫生应急": -85, "全科网格治理": -160, "城市更新和雨污分流": -180, "结对帮扶": -210}
WINDOW = 40                # working days of history: eight weeks
RECENTLY_SETTLED = 290     # matters settled inside the window, with their whole history
CLERKS = ["温如许", "陈雨桐", "苏文静"]
CHIEF = "裴文度"
CHANNELS = ["电话", "电话", "电话", "微信", "微信", "微信", "会上", "纸质", "现场"]


def wd(index):
    """A working-day cell."""
    return f"今日{index:+d}工"


def nd(days):
    """A natural-day cell."""
    return "今日" if days == 0 else f"今日{days:+d}"


def cell(day):
    return "" if day is None else day if isinstance(day, str) else wd(day)


def place_in_time(rng, matters, office):
    """Chooses the profiles, then gives each matter its days, its quantity and its rows."""
    _choose(rng, matters)
    quotas = {"pending": 4, "refused": 3, "rest": 6}
    for m in matters:
        getattr(_Timeline(rng, m, office, quotas), m.profile)()


def _choose(rng, matters):
    counted = dict.fromkeys(list(OPEN) + ["settled", "old"], 0)
    for m in matters:
        if m.profile:
            counted[m.profile] += 1
    pool = [m for m in matters if not m.profile]
    rng.shuffle(pool)
    tests = {
        "lag": lambda m: m.target / m.step >= 10 and not m.by_time_only and m.period >= 12,
        "near": lambda m: (m.target / m.step >= 8 and m.period >= 15) if not m.by_time_only else m.period >= 5,
        "ok": lambda m: m.by_time_only or m.target / m.step >= 6,
        "red": lambda m: m.by_time_only or m.target / m.step >= 4,
        "fresh": lambda m: m.kind in ("问题", "诉求") and m.topic in ("hazard", "dispute", "upkeep", "noise", "facility", "order", "smell", "enquiry"),
        "reported": lambda m: True,
        "unsigned": lambda m: m.source != "口头交办" and m.kind != "问题",
        "pending": lambda m: m.kind in ("目标任务", "清单事项"), "draft": lambda m: m.kind in ("目标任务", "清单事项"),
        "parked": lambda m: m.kind in ("问题", "诉求") or m.topic in ("pipe", "road", "sign", "build", "land", "move", "welfare"),
        "suspended": lambda m: m.kind in ("目标任务", "清单事项"), "void": lambda m: True,
    }
    spoken = [m for m in pool if m.source == "口头交办"]
    for m, profile in zip(spoken, ["ok", "near", "pending", "ok", "draft", "red", "settled", "ok", "pending", "reported", "draft", "settled"]):
        m.profile = profile
        counted[profile] += 1
        pool.remove(m)
    for profile in ("red", "lag", "near", "fresh", "parked", "unsigned", "pending", "draft", "reported", "ok", "suspended", "void"):
        wanted = OPEN[profile] - counted[profile]
        # A late or near matter is as often a problem as a target: take the kinds in turn.
        by_time = [m for m in pool if tests[profile](m) and m.by_time_only]
        by_plan = [m for m in pool if tests[profile](m) and not m.by_time_only]
        while wanted > 0 and (by_time or by_plan):
            share = {"red": 0.42, "near": 0.5, "ok": 0.45, "parked": 0.5}.get(profile, 0.35)
            source = by_time if by_time and (rng.random() < share or not by_plan) else by_plan
            m = source.pop()
            m.profile = profile
            pool.remove(m)
            wanted -= 1
    # What belongs to a young campaign cannot have been settled long ago.
    pool.sort(key=lambda m: CAMPAIGN_START.get(m.campaign, -250) + m.period < -WINDOW - 12)
    for m in pool[: RECENTLY_SETTLED - counted["settled"]]:
        m.profile = "settled"
    for m in pool:
        m.profile = m.profile or "old"


class _Timeline:
    """The life of one matter. Each step checks the stage it needs, as the program does."""

    def __init__(self, rng, matter, office, quotas):
        self.rng, self.m, self.office, self.quotas = rng, matter, office, quotas
        self.words = words(matter.topic)
        self.clerk = rng.choice(CLERKS)
        self.stage, self.sum = None, 0
        self.ticked = 0
        self._pools = {}

    # MARK: profiles

    def old(self):
        """Settled before the window: one row of last year's Excel, no history."""
        m, rng = self.m, self.rng
        first = CAMPAIGN_START.get(m.campaign, -250)
        m.settled = rng.randint(min(first + m.period, -WINDOW - 6), -WINDOW - 5)
        self._settled_days(m.settled)
        m.done = m.target
        age = -m.settled
        m.stage = rng.choices(["已办结", "已销号", "已归档"], [1, 6, 3] if age < 110 else [0, 2, 8])[0]
        m.progress = self._result()
        if rng.random() < 0.25:
            m.problem = self._pick("stuck")
        if rng.random() < 0.06 and m.period > 8:
            m.extended, m.original = 1, m.due - rng.randint(3, min(8, m.period - 4))

    def settled(self):
        m, rng = self.m, self.rng
        reviewed = rng.randint(-WINDOW, -1) if rng.random() < 0.9 else 0
        m.settled = reviewed - rng.choice([0, 0, 1, 1, 2])
        self._settled_days(m.settled)
        self._start()
        self._work_and_report(m.settled, 0.09)
        self._settle(reviewed)
        end = reviewed + rng.randint(0, 3)
        if end <= 0 and rng.random() < 0.85:
            self._strike(end)
            if end + 2 <= 0 and rng.random() < 0.45:
                self._archive(rng.randint(end + 1, 0))
        self._close()

    def red(self):
        m, rng = self.m, self.rng
        late = getattr(m, "late", None) or (rng.randint(1, 6) if m.period < 12 else rng.choice([1, 1, 2, 2, 3, 4, 5, 6, 8, 9, 11, 14, 17, 22]))
        m.due = -late
        m.issued = m.due - m.period
        ratio = getattr(m, "ratio", None) or rng.uniform(0.3, 0.93)
        if rng.random() < 0.25 and m.period > 15 and not hasattr(m, "late"):
            m.original = m.due - rng.randint(4, 8)
        self._steps(int(m.period * ratio * 0.9), None)
        self._start()
        self._work(m.issued, 0, ratio, every=1 if late < 16 else 2, dense_from=m.due + 1, gaps=0.16)
        self._close()

    def lag(self):
        m, rng = self.m, self.rng
        if m.period >= 24:
            elapsed = round(m.period * rng.uniform(0.38, 0.82))
            share = elapsed / m.period
            ratio = max(0.04, share - rng.uniform(0.16, 0.34))
        else:
            elapsed = max(round(m.period * rng.uniform(0.5, 0.75)), 6)
            share = elapsed / m.period
            ratio = max(0.04, share - max(0.2, 3.5 / m.period))
        m.due = m.period - elapsed
        if m.due < 4:
            m.due = 4
            m.period = elapsed + 4
        m.issued = -elapsed
        if m.title == "环湖 8 组包户签约":
            m.target, ratio = 32, 18 / 32
        self._steps(0, ratio)
        self._start()
        daily = m.campaign in ("环湖片区土地整备", "城市更新和雨污分流")
        self._work(m.issued, 0, ratio, every=1 if daily else 5, dense_from=-rng.randint(4, 9) if daily else None, gaps=0.15, floor=True)
        self._close()

    def near(self):
        m, rng = self.m, self.rng
        if m.by_time_only or m.period < 15:
            m.due = rng.randint(0, max(0, min(3, int(m.period * 0.2) if m.period < 15 else 3)))
        else:
            m.due = rng.choice([1, 1, 2, 2, 2, 3, 3, 3])
        m.due = getattr(m, "left", m.due)
        m.issued = m.due - m.period
        if rng.random() < 0.16 and m.period > 15:
            m.original = m.due - rng.randint(3, 6)
        share = -m.issued / m.period
        ratio = getattr(m, "ratio", None) or min(1.0, share + rng.uniform(0.0, 0.04))
        self._steps(99, None) if m.due >= 2 else None
        if m.by_time_only and -m.issued > 9 and self.quotas["rest"]:
            self.quotas["rest"] -= 1
            m.original = None
            self._start()
            self._work(self._rest(), 0, 0, every=3)
            m.original = m.due - 6
            self._close()
            return
        self._start()
        self._work(m.issued, 0, ratio, every=3)
        if 1 <= m.due and m.original is None and not self._take("pending"):
            self._take("refused")
        self._close()

    def ok(self):
        m, rng = self.m, self.rng
        if m.period < 8:
            m.period = rng.randint(8, 12)
        least = 5 if m.period >= 15 else int(m.period * 0.2) + 2
        elapsed = getattr(m, "elapsed", None) or rng.randint(0, m.period - least)
        m.due, m.issued = m.period - elapsed, -elapsed
        if not m.by_time_only and m.target / m.step < 10:
            elapsed = min(elapsed, int(m.period * 0.5))
            m.due, m.issued = m.period - elapsed, -elapsed
        ratio = min(0.97, elapsed / m.period + rng.uniform(0.02, 0.14)) if elapsed else 0
        if m.kind == "清单事项" and rng.random() < 0.12 and elapsed < 3:
            m.start = rng.randint(1, 4)
            ratio = 0
        self._steps(99, None)
        if m.kind in ("目标任务", "清单事项") and rng.random() < 0.2:
            self._direct(ratio)
            return
        self._start()
        self._work(m.issued, 0, ratio, every=4)
        self._close()

    def fresh(self):
        """Raised in the last days, rest days too: what must not stay over night."""
        m, rng = self.m, self.rng
        age = getattr(m, "age", None)
        if age is None:
            age = rng.choice([0, 0, 0, 0, 1, 1, 1, 2, 2, 3])
        day = nd(-age)
        m.issued, m.due = day, rng.randint(4, 8)
        m.urgent = m.kind == "诉求" and rng.random() < 0.5
        head = self.office.head[m.lead].name
        self._row(day, self.clerk, "登记", "")
        self._row(day, self.clerk, "提交", "")
        self._row(day, CHIEF, "批准交办", "")
        self._row(day, head, "签收", "")
        self._row(day, head, "跟踪", self._did(0), channel=rng.choice(["电话", "现场", "微信"]))
        if rng.random() < (0.68 if age else 0.3):
            self._row(day, head, "答复", self._answer())
        if age >= 2 and rng.random() < 0.6:
            self._row(nd(-age + 1), head, "跟踪", self._track_text(0, 0))
        m.stage = "办理中"

    def reported(self):
        m, rng = self.m, self.rng
        back = rng.choice([0, 0, 0, 1, 1, 1, 2, 2, 3, 4])
        m.due = getattr(m, "left", rng.randint(-back, 6))
        m.issued = min(m.due - m.period, -back - 1)
        self._start()
        self._work_and_report(-back, 0.2)
        self._close()

    def unsigned(self):
        m, rng = self.m, self.rng
        m.issued = -rng.choice([0, 0, 1, 1, 1, 2, 2, 3, 4])
        m.due = m.issued + max(m.period, 8)
        self._start(sign=False)
        self._close()

    def pending(self):
        m, rng = self.m, self.rng
        day = -rng.choice([0, 0, 0, 1, 1, 2, 3])
        m.due = day + max(m.period, 8)
        self._row(day, self.clerk, "登记", "")
        if rng.random() < 0.2:
            self._row(day, self.clerk, "提交", "")
            self._row(day, CHIEF, "退回修改", "", reason=self._fill(rng.choice(SEND_BACK_DRAFT)))
        self._row(day, self.clerk, "提交", "")
        m.stage = "待批准"

    def draft(self):
        m, rng = self.m, self.rng
        day = -rng.choice([0, 0, 1, 1, 2, 4, 6])
        if rng.random() < 0.7:
            m.due = day + max(m.period, 9)
        if rng.random() < 0.25 and m.kind == "目标任务":
            m.target, m.measure = None, ""
        self._row(day, self.clerk, "登记", "")
        if rng.random() < 0.2 and m.target and m.due:
            self._row(day, self.clerk, "提交", "")
            self._row(day, CHIEF, "退回修改", "", reason=self._fill(rng.choice(SEND_BACK_DRAFT)))
        m.stage = "拟稿"

    def parked(self):
        m, rng = self.m, self.rng
        day = -rng.randint(2, 36)
        m.issued = day - rng.randint(4, max(5, m.period))
        m.due = max(day + rng.randint(-3, 12), m.issued + m.period)
        self._start()
        self._work(m.issued, day, rng.uniform(0.2, 0.7))
        self._park(day)
        self._close()

    def suspended(self):
        m, rng = self.m, self.rng
        day = -rng.randint(3, 38)
        m.issued = day - rng.randint(5, m.period + 5)
        m.due = m.issued + m.period
        if m.due <= day:
            m.due = day + 2
        self._start()
        self._work(m.issued, day, rng.uniform(0.1, 0.5))
        self._row(day, rng.choice(["方致远", "秦望川"]), "中止", "", reason=rng.choice(SUSPEND), channel="会上")
        m.stage = "中止"
        m.done = self.sum

    def void(self):
        m, rng = self.m, self.rng
        day = -rng.randint(2, 39)
        m.due = day + m.period
        self._row(day, self.clerk, "登记", "")
        self._row(day, self.clerk, "作废", "", reason=rng.choice(VOID))
        m.stage = "作废"

    def _direct(self, ratio):
        """A row of the office's old Excel: put into its stage, with tracks but without the papers."""
        m, rng = self.m, self.rng
        m.stage = "办理中"
        m.done = m.target if ratio >= 1 else self._whole(ratio)
        if m.by_time_only:
            m.done = 0
        m.progress = self._did(m.done)
        if rng.random() < 0.4:
            m.problem = self._pick("stuck")
        for day in range(max(m.issued, -WINDOW) + 3, 1, 7):
            self._row(day, self._who(), "跟踪", self._track_text(day, 0))
        m.steps = []

    # MARK: parts of a life

    def _settled_days(self, settled):
        """Limit and issue of a matter from the day it was settled, which is the day it was reported."""
        m, rng = self.m, self.rng
        late = rng.random() < 0.1
        early = 0 if late else rng.randint(0, max(0, int(m.period * 0.3)))
        m.due = settled - rng.randint(1, 7) if late else settled + early
        m.issued = m.due - m.period
        m.issued = min(m.issued, settled - 1)

    def _start(self, sign=True):
        m, rng = self.m, self.rng
        first = m.issued - (1 if rng.random() < 0.2 else 0)
        self._row(first, self.clerk, "登记", "")
        self._row(first, self.clerk, "提交", "")
        if rng.random() < 0.04 and first < m.issued:
            self._row(first, CHIEF, "退回修改", "", reason=self._fill(rng.choice(SEND_BACK_DRAFT)))
            self._row(m.issued, self.clerk, "提交", "")
        issuer = self._issuer()
        self._row(m.issued, issuer, "批准交办", "")
        self.stage = "待签收"
        if not sign:
            m.stage = "待签收"
            return
        day = m.issued
        head = self.office.head[m.lead].name
        if m.issued <= -3 and m.kind in ("目标任务", "清单事项") and m.original is None and rng.random() < 0.4:
            day += 1
        self._row(day, head, "签收", "")
        self.stage = "办理中"

    def _work(self, first, last, ratio, every=4, dense_from=None, gaps=0.0, floor=False):
        """Reports of progress, tracks and ticks between two days, and an extension where the matter had one."""
        m, rng = self.m, self.rng
        total = self._whole(ratio, floor) if not m.by_time_only else 0
        if m.kind == "问题" or m.kind == "诉求" and rng.random() < 0.5:
            self._row(first, self.office.head[m.lead].name, "答复", self._answer())
        days = [d for d in range(max(first + 2, -WINDOW), last + 1)]
        chosen = set(rng.sample(days, len(days) // max(every, 4)))
        if dense_from is not None:
            chosen = {d for d in chosen if d < dense_from} | {d for d in days if d >= dense_from and d < 0 and rng.random() > gaps}
            if rng.random() < 0.35:
                chosen.add(0)
        if days and total and not any(d <= last for d in chosen):
            chosen.add(rng.choice(days))
        extended_on = None
        if m.original is not None:
            extended_on = min(m.original, last)
            chosen.discard(extended_on)
        ordered = sorted(chosen | ({extended_on} if extended_on is not None else set()))
        span = max(1, last - first)
        moving = [d for d in ordered if d != extended_on]
        for day in ordered:
            if day == extended_on:
                self._extend(day)
                continue
            self._tick(day)
            if total and not m.by_time_only:
                share = ((day - first) / span) ** 0.85
                goal = total if day == moving[-1] else min(total, self._floor(total * share * rng.uniform(0.85, 1.0)))
                if goal > self.sum and (day == moving[-1] or rng.random() < 0.6):
                    self._progress(day, goal)
                    continue
            self._track(day, late=rng.random() < 0.05 and day < -1)
        self._tick(last)
        if total and self.sum < total:
            self._progress(last, total)

    def _progress(self, day, goal):
        m = self.m
        more = goal - self.sum
        self.sum = goal
        self._row(day, self._who(), "报进度", self._track_text(day, more), amount=m.amount(goal))

    def _track(self, day, late=False):
        self._row(day, self._who(), "补记" if late else "跟踪", self._track_text(day, 0))

    def _extend(self, day):
        m, rng = self.m, self.rng
        head = self.office.head[m.lead].name
        self._row(day, head, "申请延期", cell(m.due), reason=self._fill(rng.choice(suited(EXTENDED, m.topic))), channel=rng.choice(["电话", "纸质", "纸质"]))
        self._row(day, m.leader, "同意延期", "", channel=rng.choice(["纸质", "会上"]))
        m.extended += 1

    def _work_and_report(self, day, sent_back):
        """Work until it is reported; with the chance *sent_back* the first report did not pass."""
        m = self.m
        if self.rng.random() < sent_back and day - m.issued > 5 and m.original is None:
            self._work(m.issued, day - 3, 1.0)
            self._report(day - 3)
            self._send_back(day - 2)
            self._track(day - 1)
        else:
            self._work(m.issued, day, 1.0)
        self._report(day)

    def _report(self, day):
        text = self._result()
        m = self.m
        amount = ""
        if self.sum < m.target:
            self.sum = m.target
            amount = m.amount(m.target)
        self._tick(day, everything=True)
        self._row(day, self._who(), "上报办结", text, amount=amount, channel=self.rng.choice(["纸质", "微信", "电话"]))
        self.stage = "待审核"

    def _send_back(self, day):
        m = self.m
        if m.records[-1]["at"] <= m.due:
            # Reported in time: the days of review are added to the limit.
            m.original = m.due
            m.due += day - m.records[-1]["at"]
        self._row(day, CHIEF, "退回重办", "", reason=self._fill(self.rng.choice(SEND_BACK)))
        self.stage = "办理中"

    def _rest(self):
        """Parked for a while, then resumed with a new limit."""
        m, rng = self.m, self.rng
        parked, back = m.issued + 3, m.issued + rng.randint(6, 9)
        self._work(m.issued, parked, 0)
        self._row(parked, rng.choice(["方致远", "秦望川"]), "挂账", f"复查 {wd(back)}", reason=rng.choice(suited(PARKED, m.topic)), channel="会上")
        self._row(back, self.clerk, "恢复", cell(m.due))
        return back

    def _settle(self, day):
        m, rng = self.m, self.rng
        texts = CHECKED_BY_PHONE if m.kind == "诉求" else CHECKED
        self._row(day, CHIEF, "办结", self._fill(rng.choice(texts)))
        self.stage = "已办结"

    def _strike(self, day):
        m = self.m
        who, text = CHIEF, ""
        if m.source == "领导批示" or m.leader == "方致远":
            who = "方致远"
        elif m.source == "上级交办":
            text = f"区督查室同意销号，区督复〔{{年}}〕{self.rng.randint(3, 90)}号"
        self._row(day, who, "销号", text)
        self.stage = "已销号"

    def _archive(self, day):
        self._row(day, "陈雨桐", "归档", "", clerk="陈雨桐")
        self.stage = "已归档"

    def _park(self, day):
        m, rng = self.m, self.rng
        by = rng.choice(["方致远", "秦望川"])
        review = wd(rng.choice([0, 1, 2, 3, 5, 8, 11, 14, 17]))
        self._row(day, by, "挂账", f"复查 {review}", reason=rng.choice(suited(PARKED, m.topic)), channel="会上")
        self.stage = "挂账"

    def _take(self, what):
        """One of the few matters whose extension is still to be answered, or was refused."""
        m, rng = self.m, self.rng
        if not self.quotas[what] or rng.random() < 0.7:
            return False
        self.quotas[what] -= 1
        head = self.office.head[m.lead].name
        new = m.due + rng.randint(3, 7)
        self._row(0, head, "申请延期", cell(new), reason=self._fill(rng.choice(suited(EXTENDED, m.topic))), channel="纸质")
        if what == "refused":
            self._row(0, m.leader, "不同意延期", "", reason=rng.choice(REFUSE_EXTEND), channel="纸质")
        return True

    def _close(self):
        m = self.m
        m.stage = self.stage
        m.done = self.sum
        m.records.sort(key=lambda r: r["order"])

    def _steps(self, done_share, ratio):
        """Steps with days along the plan line. *ratio* given: leave out what would put the plan behind the done."""
        m, rng = self.m, self.rng
        plans = STEPS.get(m.topic)
        if not plans or m.period < 18 or rng.random() > 0.42:
            return
        plan = rng.choice(plans)
        n = len(plan)
        if ratio is not None:
            due_by_now = sum(1 for i in range(n) if m.issued + round(m.period * (i + 1) / n) <= 0)
            if due_by_now / n - ratio < 0.16:
                return
        staff = self.office.staff[m.lead]
        for i, title in enumerate(plan):
            limit = m.issued + round(m.period * (i + 1) / n)
            if i == n - 1:
                limit = m.due
            if m.profile == "red":
                ticked = limit <= min(0, m.issued + done_share) and i < n - 1
            elif m.profile == "lag":
                ticked = (i + 1) / n <= ratio
            else:
                ticked = limit <= 0 and i < n - 1
            day = min(0, limit - rng.randint(0, 2)) if ticked else None
            if day is not None and day <= m.issued:
                day = min(0, m.issued + 1)
            m.steps.append({"title": title, "person": rng.choice(staff[:8]).name, "limit": limit, "done": day})

    def _tick(self, day, everything=False):
        """Rows for the steps that were ticked by a day."""
        m = self.m
        while self.ticked < len(m.steps):
            step = m.steps[self.ticked]
            if step["done"] is None or step["done"] > day:
                return
            self._row(step["done"], step["person"], "勾步骤", str(self.ticked + 1))
            self.ticked += 1

    # MARK: words

    def _row(self, day, who, action, text, amount="", reason="", channel=None, clerk=None):
        rng = self.rng
        clerk = clerk or self.clerk
        if who == clerk:
            channel = ""
            if action in ("跟踪", "补记") and rng.random() < 0.3 and not text.startswith("现场"):
                text = "现场：" + text
        elif channel is None:
            channel = {"签收": rng.choice(["电话", "微信", "纸质"]), "批准交办": rng.choice(["纸质", "会上"]), "销号": "纸质",
                       "办结": "纸质", "退回重办": "电话", "退回修改": "纸质", "归档": ""}.get(action) or rng.choice(CHANNELS)
        order = len(self.m.records) if isinstance(day, str) else (day, len(self.m.records))
        self.m.records.append({"day": cell(day), "who": who, "clerk": clerk, "channel": channel, "action": action, "text": text,
                               "amount": amount, "reason": reason, "order": order, "at": day})

    def _who(self):
        """Who is on the phone: mostly the head of the unit or somebody of it, now and then the clerk who went there."""
        staff = self.office.staff[self.m.lead]
        return self.rng.choices([self.office.head[self.m.lead].name, self.rng.choice(staff[:9]).name, self.clerk], [4, 4, 1])[0]

    def _issuer(self):
        m = self.m
        if m.source == "领导批示":
            return "方致远" if len(m.title) % 2 else m.leader
        if m.source == "口头交办":
            return m.leader
        return CHIEF

    def _pick(self, key):
        """A word of the topic; none comes again before all were used in this matter."""
        pool = self._pools.get(key)
        if not pool:
            pool = list(filter(None, map(self._fitting, self.words[key])))
            self.rng.shuffle(pool)
            self._pools[key] = pool
        return pool.pop()

    def _fitting(self, line):
        """A line without its mark; [电梯]… is said only of what has 电梯 in its title."""
        if not line.startswith("["):
            return line
        word, _, rest = line[1:].partition("]")
        return rest if word in self.m.title else None

    def _did(self, more):
        m = self.m
        text = self._pick("did")
        tries = 0
        while self._says_too_much(text, more) and tries < 40:
            text = self._pick("did")
            tries += 1
        return self._fill(text, more)

    def _says_too_much(self, text, more):
        """Whether a sentence names a quantity that this matter has not got, or a rest of nothing."""
        m = self.m
        counted = any(mark in text for mark in ("{k}", "{s}", "{l}"))
        if counted and (not more or m.target <= 1):
            return True
        # What was done over weeks was not done today.
        return "{l}" in text and m.target <= self.sum or "{k}" in text and more > max(m.target * 4 / m.period, m.step)

    def _track_text(self, day, more):
        m, rng = self.m, self.rng
        text = self._did(more)
        if more and m.target > 1 and m.amount(self.sum) not in text and rng.random() < 0.5:
            text += f"，累计 {m.with_measure(self.sum)}"
        late = m.profile in ("red", "lag")
        if rng.random() < (0.6 if late else 0.3):
            text += f"；卡 {self._pick('stuck')}"
        if rng.random() < (0.6 if late else 0.35):
            text += f"；下 {{{wd(day + rng.randint(2, 6))}}} 前{self._pick('next')}"
        if rng.random() < (0.22 if late else 0.06):
            text += f"；{self._pick('asked')}"
        return text

    def _step(self):
        """A next step that can be the first one, too."""
        words = [w for w in self.words["next"] if w not in ("回访", "复查", "复看", "回头看", "验收", "总结", "归档装订", "预验收")]
        return self.rng.choice(words)

    def _result(self):
        return self._fill(self._pick("done"))

    def _answer(self):
        m, rng = self.m, self.rng
        day = m.records[-1]["at"] if m.records else 0
        when = f"{{{wd(day + rng.randint(1, 4))}}}" if isinstance(day, int) else f"{{{wd(rng.randint(1, 3))}}}"
        text = rng.choice(ANSWERS)
        if "已解决" in text and m.profile == "fresh":
            text = ANSWERS[1]
        return text.format(done=self._fill(rng.choice(["险情已排除，后续按计划修复", "当场处置完毕，现场恢复", "已与当事方谈妥，照办即可", "已先行处置，群众无异议"])),
                           next=self._step(), who=rng.choice(self.office.staff[m.lead][:8]).name, day=when, unit=m.lead,
                           leader=IN_CHARGE.get(m.lead, "秦望川"), what=rng.choice(WHAT))

    def _fill(self, text, more=0):
        m, rng = self.m, self.rng
        n = rng.randint(2, 9)
        left = (m.target or 0) - self.sum
        values = {"k": m.with_measure(more), "s": m.with_measure(self.sum), "t": m.with_measure(m.target or 1),
                  "l": m.with_measure(max(left, 0)), "p": m.place, "n": n, "n2": max(1, n - rng.randint(1, 3))}
        for key, value in values.items():
            text = text.replace("{" + key + "}", str(value))
        return text

    def _whole(self, ratio, floor=False):
        m = self.m
        exact = m.target * ratio / m.step
        steps = int(exact + 1e-9) if floor or m.profile in ("red", "parked", "suspended") else -int(-exact // 1)
        return min(m.target, round(steps * m.step, 3))

    def _floor(self, value):
        return round(int(value / self.m.step + 1e-9) * self.m.step, 3)


STEPS = {
    "pipe": [["现场踏勘和管线交底", "方案会审", "围挡进场", "主体施工", "恢复移交"], ["图纸交底", "材料进场", "施工", "自检整改", "验收"]],
    "road": [["公示", "材料进场", "施工", "验收"], ["现场踏勘", "围挡进场", "施工", "恢复移交"]],
    "green": [["方案公示", "清除整地", "补植铺装", "养护验收"]],
    "land": [["界桩复核", "青苗清点", "清表平整", "移交"]],
    "demolish": [["断水断电断气", "围挡喷淋", "机械拆除", "清运覆盖"]],
    "sign": [["摸底建档", "评估结果公示", "逐户签约", "资料移交土地整备中心", "验收"], ["政策宣讲", "入户面谈", "逐户办理", "资料归档"]],
    "papers": [["清点", "补正", "核对目录", "移交签收"]],
    "move": [["告知", "选房", "搬离", "验收封门"]],
    "doc": [["收集材料", "起草", "征求意见", "会签送审", "定稿归档"]],
    "safe": [["摸底", "下发整改通知", "整改", "复查", "销案归档"], ["自查", "抽查", "整改", "复查"]],
    "equip": [["点位核定", "采购", "配发安装", "试机验收"]],
    "drill": [["脚本", "动员", "演练", "点评"]],
    "build": [["摸底公示", "方案确认", "实施", "回访"], ["征求意见", "设计", "施工", "验收移交"]],
    "welfare": [["申请受理", "入户评估", "公示", "发放", "归档"]],
    "data": [["名单下发", "入户采集", "比对复核", "抽查", "导入归档"]],
    "inspect": [["制定检查表", "第一轮检查", "整改复查", "总结"]],
    "clean": [["摸排点位", "告知劝导", "集中清理", "回头看"]],
    "stall": [["摸排", "告知", "集中整治", "巡查巩固"]],
    "board": [["排查登记", "通知自拆", "代拆整改", "复查"]],
    "visit": [["对接需求", "走访", "回访", "台账归集"]],
    "fund": [["资料审核", "拨付", "现场核验", "凭证归档"]],
    "party": [["调查摸底", "征求意见", "组织实施", "资料归档"]],
}

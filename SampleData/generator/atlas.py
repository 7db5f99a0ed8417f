"""The map of 望湖街道 as letters: the street from ``street.txt``, each community and a few grids cut out of their shape.

A community is twice the size it has in the street's picture. Its shape is cut again and again along slightly bent lines,
each time across its longer side, until every grid has its piece; the first cuts are streets.
"""

import math
import random
from pathlib import Path

STREET = (Path(__file__).resolve().parent / "street.txt").read_text(encoding="utf-8").splitlines()
LETTERS = {"荷塘": "A", "湖西": "B", "北岸": "C", "望湖": "D", "湖东": "E", "东门": "F", "石桥": "G", "新围": "H", "双河": "J", "柳堤": "K"}
HEADS = {"镜湖": "湖长 林嘉禾", "柳溪河": "河长 叶知秋", "湖滨大道": "路长 聂海平"}
# Grids whose own parts are drawn, too; the others are laid out by the program (示意).
DRAWN_GRIDS = ["东堤网格", "码头网格", "望湖花园网格", "新围老村网格"]
SCALE = 2


def sections(grids, roads, seed):
    rng = random.Random(seed)
    top = [g for g in grids if g.level == 1]
    yield street(top)
    for community in top:
        shape = cells(LETTERS[community.community], SCALE)
        children = [g for g in grids if g.parent == community.code]
        text, pieces = section(community, shape, children, roads[community.community][:2], rng)
        yield text
        for child in children:
            if child.name in DRAWN_GRIDS:
                inside = [(x * 3 + i, y * 3 + j) for x, y in pieces[child.code] for i in range(3) for j in range(3)]
                yield section(child, set(inside), [g for g in grids if g.parent == child.code], [], rng)[0]


def street(communities):
    lines = ["# 全街道。一个字母一格，方格；. 图外，~ 水面，= 道路。", ]
    lines += [f"{LETTERS[c.community]} = {c.code} {c.community}社区" for c in communities]
    lines += [f"~ = 湖 镜湖 {HEADS['镜湖']}", f"r = 河 柳溪河 {HEADS['柳溪河']}", f"= = 路 湖滨大道 {HEADS['湖滨大道']}", "---"]
    return "\n".join(lines + [row.rstrip(".") or "." for row in STREET]) + "\n"


def cells(letter, scale):
    return {(x * scale + i, y * scale + j) for y, row in enumerate(STREET) for x, c in enumerate(row) if c == letter
            for i in range(scale) for j in range(scale)}


def section(parent, shape, children, roads, rng):
    left, top = min(x for x, _ in shape), min(y for _, y in shape)
    shape = {(x - left, y - top) for x, y in shape}
    pieces, lines = {}, []
    cut(sorted(shape), children, 0, rng, pieces, lines)
    picture = {}
    names = "ABCDEFGHIJKLMNOPQSTUVWXYZabcdefghijklmn"
    for child, letter in zip(children, names):
        picture.update({cell: letter for cell in pieces[child.code]})
    for name, line in zip("rs", lines[:len(roads)]):
        picture.update({cell: name for cell in line})
    legend = [f"{letter} = {child.code} {child.name}" for child, letter in zip(children, names)]
    legend += [f"{letter} = 路 {road}" for letter, road in zip("rs", roads)]
    width, height = max(x for x, _ in shape) + 1, max(y for _, y in shape) + 1
    rows = ["".join(picture.get((x, y), ".") for x in range(width)).rstrip(".") or "." for y in range(height)]
    pieces = {code: [(x + left, y + top) for x, y in piece] for code, piece in pieces.items()}
    return "\n".join([f"上级 = {parent.code}"] + legend + ["---"] + rows) + "\n", pieces


def cut(shape, children, depth, rng, pieces, lines):
    if len(children) == 1:
        pieces[children[0].code] = shape
        return
    width = max(x for x, _ in shape) - min(x for x, _ in shape)
    height = max(y for _, y in shape) - min(y for _, y in shape)
    lean, wave, phase = rng.uniform(-.28, .28), rng.uniform(.4, 1.6), rng.uniform(0, 6.3)
    length = rng.uniform(14, 26)

    def along(cell):
        x, y = cell if width >= height else cell[::-1]
        return x + lean * y + wave * math.sin(y / length * 6.3 + phase)

    half = len(children) // 2
    share = half / len(children) * rng.uniform(.88, 1.12)
    ordered = sorted(shape, key=along)
    middle = max(half, min(len(ordered) - (len(children) - half), round(len(ordered) * share)))
    before, after = ordered[:middle], ordered[middle:]
    if depth < 2:
        edge = along(ordered[middle])
        lines.append([cell for cell in shape if abs(along(cell) - edge) < .75])
    cut(before, children[:half], depth + 1, rng, pieces, lines)
    cut(after, children[half:], depth + 1, rng, pieces, lines)

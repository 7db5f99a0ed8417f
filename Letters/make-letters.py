#!/usr/bin/env python3
"""Makes the bitmaps of large letters for the meeting wall (字模).

Needs Debian's unifont and fonts-noto-cjk, and Pillow from PyPI:

    apt-get install unifont fonts-noto-cjk && pip install pillow && python3 Letters/make-letters.py

A file of letters is text: comments, `size N`, then one line a letter in the order of the code points, all of the same
length, so that one is found by bisection: code point (4 hex digits), columns (2 digits), rows from top to bottom in
hexadecimal, each of whole bytes. How the sizes were chosen stands in docs/MeetingWall.md.
"""
import pathlib

from PIL import Image, ImageDraw, ImageFont

HERE = pathlib.Path(__file__).parent
UNIFONT = "/usr/share/unifont/unifont.hex"
REGULAR = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
BOLD = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
SIMPLIFIED = 2  # the face of a collection

PUNCTUATION = "，。：；、（）《》「」〔〕！？％＋－·—…“”×〇"
# Letters of names that the national set of 1980 lacks.
NAMES = "喆玥珺昇堃镕頔翀祎旻昱晗珈琬瑄璟翊芃苡赟邗韬骁鋆烨焜煊炘珩淏湉澍濛燊甯畯皓睿硚祺稷窠竑笪筠粲綦缇羿翯耒聿芩苒茜荀莘菀萱葳蔺薇藜虢蚺"
HEADINGS = "今日督办要情上次议定事项落实须逾期过夜到战役作战图当清点疑难个案待无明结节前值班交接进度"


def national():
    """The letters of GB 2312, levels one and two."""
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield bytes([high, low]).decode("gb2312")
            except UnicodeDecodeError:
                pass


def ascii_letters():
    return [chr(code) for code in range(0x20, 0x7F)]


def words():
    return sorted(set(national()) | set(ascii_letters()) | set(PUNCTUATION) | set(NAMES))


def unifont():
    """The drawn bitmaps, sixteen rows of one or two bytes."""
    glyphs = {}
    with open(UNIFONT, encoding="ascii") as file:
        for line in file:
            code, bits = line.strip().split(":")
            width = len(bits) // 4
            step = width // 4
            glyphs[chr(int(code, 16))] = [
                [bit == "1" for bit in bin(int(bits[at : at + step], 16))[2:].zfill(width)]
                for at in range(0, len(bits), step)
            ]
    return glyphs


def outlined(letter, path, size, share, width=None):
    """An outline drawn four times as large; a cell is ink when more than `share` of it is."""
    font = ImageFont.truetype(path, size * 4, index=SIMPLIFIED)
    if font.getmask(letter).getbbox() is None and letter != " ":
        return None
    columns = width or max(1, round(font.getlength(letter) / 4))
    image = Image.new("L", (columns * 4, size * 4), 0)
    # The letters of this family stand on 0.88 of the height.
    ImageDraw.Draw(image).text((0, round(size * 4 * 0.88)), letter, 255, font, anchor="ls")
    rows = []
    for y in range(size):
        row = []
        for x in range(columns):
            box = image.crop((x * 4, y * 4, x * 4 + 4, y * 4 + 4))
            row.append(sum(box.tobytes()) >= share * 255 * 16)
        rows.append(row)
    return rows


def write(name, size, glyphs, source):
    wide = max(len(rows[0]) for rows in glyphs.values())
    step = (wide + 7) // 8
    lines = [f"# Large letters from {source}; see OFL.txt. Made by make-letters.py.", f"size {size}"]
    for letter in sorted(glyphs):
        rows = glyphs[letter]
        assert len(rows) == size, (name, letter, len(rows))
        bits = "".join(
            f"{int(''.join('1' if bit else '0' for bit in row).ljust(step * 8, '0'), 2):0{step * 2}X}" for row in rows
        )
        lines.append(f"{ord(letter):04X}{len(rows[0]):02d}{bits}")
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="ascii")
    print(name, len(glyphs))


def digits(size):
    """Figures for the numbers that matter, cut to the rows that have ink."""
    glyphs = {letter: outlined(letter, BOLD, size, 0.5) for letter in "0123456789%:+-/"}
    inked = [y for y in range(size) if any(any(glyphs[letter][y]) for letter in "0123456789")]
    top, bottom = inked[0], inked[-1] + 1
    # Room between two figures.
    return bottom - top, {letter: [row + [False] for row in rows[top:bottom]] for letter, rows in glyphs.items()}


def main():
    drawn = unifont()
    write("words-16.letters", 16, {letter: drawn[letter] for letter in words() if letter in drawn}, "GNU Unifont")
    cut = {letter: outlined(letter, REGULAR, 24, 0.4) for letter in words()}
    write("words-24.letters", 24, {letter: rows for letter, rows in cut.items() if rows}, "Noto Sans CJK SC Regular")
    bold = {letter: outlined(letter, BOLD, 32, 0.5) for letter in sorted(set(HEADINGS) | set(ascii_letters()))}
    write("heading-32.letters", 32, bold, "Noto Sans CJK SC Bold")
    for size in (25, 36, 52):
        height, glyphs = digits(size)
        write(f"digits-{height}.letters", height, glyphs, "Noto Sans CJK SC Bold")


if __name__ == "__main__":
    main()

"""Turns what a terminal shows, with its escape sequences for colour, into an SVG. Reads standard input."""
import html
import re
import sys

COLOURS = {"30": "#484f58", "31": "#ff7b72", "32": "#3fb950", "33": "#d29922", "34": "#58a6ff", "35": "#bc8cff", "36": "#39c5cf"}
PALETTE = {"1": "#ff7b72", "2": "#3fb950", "3": "#d29922", "9": "#ff7b72", "10": "#3fb950", "11": "#d29922"}


def spans(line):
    style = {}
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        code = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if not code:
            if part:
                yield part, dict(style)
            continue
        codes = [c or "0" for c in code.group(1).split(";")]
        if codes[:2] == ["38", "5"] and len(codes) > 2:
            style["fill"] = PALETTE.get(codes[2], "#c9d1d9")
            continue
        if codes[:2] == ["38", "2"] and len(codes) > 4:
            style["fill"] = "#" + "".join(f"{int(c):02x}" for c in codes[2:5])
            continue
        for c in codes:
            if c == "0":
                style = {}
            elif c == "1":
                style["font-weight"] = "bold"
            elif c in COLOURS:
                style["fill"] = COLOURS[c]
            elif c == "39":
                style.pop("fill", None)


def main():
    lines = [f"\x1b[1m$ {sys.argv[1]}\x1b[0m"] + sys.stdin.read().rstrip("\n $").rstrip().split("\n")
    height = 18 * len(lines) + 24
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="880" height="{height}" viewBox="0 0 880 {height}">')
    print(f'<rect width="880" height="{height}" rx="8" fill="#0d1117"/>')
    print('<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,monospace" font-size="14" fill="#c9d1d9" xml:space="preserve">')
    for row, line in enumerate(lines):
        texts = []
        for text, style in spans(line.rstrip()):
            attributes = "".join(f' {name}="{value}"' for name, value in style.items())
            texts.append(f"<tspan{attributes}>{html.escape(text)}</tspan>")
        print(f'<text x="16" y="{18 * row + 26}" style="white-space:pre">{"".join(texts)}</text>')
    print("</g></svg>")


main()

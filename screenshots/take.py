#!/usr/bin/env python3
"""Takes the pictures of this folder from the running program, in a real terminal (tmux).

    cargo build --release && python3 screenshots/take.py

Each scene is the demo with a stopped clock and a fixed seed, some keys, and what the terminal then
shows, written as SVG. Nothing is drawn by hand.
"""

import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = pathlib.Path(os.environ.get("DIOGEL_PROGRAM", HERE.parent / "target" / "release" / "diogel"))
CLOCK = "2026-11-23T10:42:00Z"
SOCKET = f"diogel-pictures-{os.getpid()}"

# name, who comes in, columns and rows, keys (tmux names; text after "=" is typed as it is)
SCENES = [
    ("today", "chair", 80, 24, []),
    ("referral", "duty", 80, 24, ["n", "Right", "Right", "Tab", "=Calum", "Tab", "=Oakshot"]),
    ("cases", "worker", 100, 30, ["2", "/", "=an"]),
    ("case", "worker", 100, 30, ["2", "Enter"]),
    ("seraf", "principal", 80, 24, ["2", "/", "=NPT-26-053", "Enter", "a", "Tab", "Tab", "Space", "Down", "Space"]),
    ("decision", "principal", 80, 24, ["D", "Enter"]),
    ("planner", "chair", 100, 30, ["3", "Down", "Enter"]),
    ("part1", "chair", 80, 24, ["3", "Down", "r", "b", "Down", "p", "p", "p"]),
    ("welsh", "worker", 80, 24, ["F3"]),
    ("help", "duty", 80, 24, ["?"]),
]

COLOURS = ["#2e3440", "#bf616a", "#4f8a3c", "#b58900", "#3b6ea5", "#8f5b9a", "#2a8a94", "#d8dee9"]
BRIGHT = ["#6b7280", "#d0626c", "#6aa84f", "#d9a400", "#5b8fd0", "#b07ab8", "#41a8b3", "#ffffff"]
PAPER, INK = "#fbfaf6", "#23262e"
CELL, LINE = 8.4, 18


def tmux(*arguments, check=True):
    done = subprocess.run(["tmux", "-L", SOCKET, *arguments], capture_output=True, text=True, check=False)
    if check and done.returncode:
        sys.exit(f"tmux {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def settle():
    """Waits until the picture stands still."""
    before = None
    for _ in range(80):
        time.sleep(0.15)
        now = tmux("capture-pane", "-p", "-e")
        if now == before:
            return now
        before = now
    return before


def wait_for(text):
    for _ in range(400):
        if text in tmux("capture-pane", "-p"):
            return
        time.sleep(0.1)
    sys.exit(f"waited in vain for {text!r}:\n{tmux('capture-pane', '-p')}")


def press(key):
    if key.startswith("="):
        tmux("send-keys", "-l", key[1:])
    else:
        tmux("send-keys", key)
    time.sleep(0.12)


def cells(line):
    """One captured line as runs of text with their look."""
    look = {"fg": None, "bg": None, "bold": False, "dim": False, "reverse": False, "underline": False}
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        codes = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if not codes:
            if part:
                yield part, dict(look)
            continue
        for code in [int(one or 0) for one in codes.group(1).split(";")]:
            if code == 0:
                look = {key: (None if key in ("fg", "bg") else False) for key in look}
            elif code in (1, 2, 4, 7):
                look[{1: "bold", 2: "dim", 4: "underline", 7: "reverse"}[code]] = True
            elif code in (22, 24, 27):
                for key in {22: ("bold", "dim"), 24: ("underline",), 27: ("reverse",)}[code]:
                    look[key] = False
            elif 30 <= code <= 37:
                look["fg"] = COLOURS[code - 30]
            elif 90 <= code <= 97:
                look["fg"] = BRIGHT[code - 90]
            elif 40 <= code <= 47:
                look["bg"] = COLOURS[code - 40]
            elif code == 39:
                look["fg"] = None
            elif code == 49:
                look["bg"] = None


def svg(capture, cols, rows):
    width, height = cols * CELL + 24, rows * LINE + 24
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">',
        f'<rect width="100%" height="100%" rx="6" fill="{PAPER}" stroke="#c9c5b8"/>',
    ]
    for row, line in enumerate(capture.split("\n")[:rows]):
        col = 0
        for text, look in cells(line):
            ink, paper = look["fg"] or INK, look["bg"]
            if look["reverse"]:
                ink, paper = paper or PAPER, look["fg"] or INK
            x, y = 12 + col * CELL, 12 + row * LINE
            span = len(text) * CELL
            if paper:
                out.append(f'<rect x="{x:.1f}" y="{y}" width="{span:.1f}" height="{LINE}" fill="{paper}"/>')
            if text.strip():
                style = f'fill="{ink}"'
                style += ' font-weight="bold"' if look["bold"] else ""
                style += ' opacity="0.65"' if look["dim"] else ""
                style += ' text-decoration="underline"' if look["underline"] else ""
                out.append(
                    f'<text x="{x:.1f}" y="{y + 13.5:.1f}" textLength="{span:.1f}" {style} '
                    f'xml:space="preserve">{html.escape(text)}</text>'
                )
            col += len(text)
    out.append("</svg>")
    return "\n".join(out) + "\n"


def main():
    if not PROGRAM.exists():
        sys.exit("build it first: cargo build --release")
    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        store = pathlib.Path(folder) / "demo.diogel"
        environment = {**os.environ, "DIOGEL_CLOCK": CLOCK}
        subprocess.run(
            [PROGRAM, "demo", "--store", store, "--seed", "7", "--no-open"],
            env=environment, check=True, capture_output=True,
        )
        for name, user, cols, rows, keys in SCENES:
            if wanted and name not in wanted:
                continue
            command = f"DIOGEL_CLOCK={CLOCK} LANG=C.UTF-8 {PROGRAM} --store {store} --user {user}"
            tmux("-f", "/dev/null", "new-session", "-d", "-x", str(cols), "-y", str(rows), command)
            tmux("set-option", "-g", "status", "off")
            tmux("resize-window", "-x", str(cols), "-y", str(rows))
            wait_for(user)
            press("=demo")
            press("Enter")
            wait_for(" 1 " if user != "admin" else " 6 ")
            settle()
            for key in keys:
                press(key)
            (HERE / f"{name}.svg").write_text(svg(settle(), cols, rows), encoding="utf-8")
            print(name)
            tmux("kill-server", check=False)
            time.sleep(0.3)


if __name__ == "__main__":
    main()

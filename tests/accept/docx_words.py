#!/usr/bin/python3
"""Which words of a DOCX stand in a text that was made from it.

    docx_words.py FOLDER TEXTS

For every file of FOLDER (with its folders) TEXTS holds NAME.txt, what docx2txt gave, and NAME.all.txt, the same with
--letterhead=all. The words that must be there are found here once more, by other means: the whole tree of each part,
walked by recursion. A word is what is left of a text in NFKC and lower case when only letters and digits are kept; of
Chinese, Japanese and Korean each character is one.

Prints each file that lacks or adds words, then the scores, and ends with 1 when one is below its bar.
"""
import collections
import os
import posixpath
import re
import sys
import unicodedata
import zipfile

from lxml import etree

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships":
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"
# The extensions of Word since 2010, and those of its drawings.
EXTENSION = re.compile(r"http://schemas\.microsoft\.com/office/(word|drawing)/20\d\d/")
BLANK = {"tab", "ptab", "br", "cr"}
HYPHEN = {"noBreakHyphen": "-", "softHyphen": ""}
PAGE = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
PAGE_MARK = "\0"  # where a page's number stood
PAGE_LINE = 12  # letters of a line that is no more than a page's number
BARS = {"micro recall": .998, "macro recall": .995, "precision": .995, "text boxes": .99, "notes": .99,
        "headers and footers": .99}


def words(text):
    found = []
    for run in re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower()):
        word = ""
        for c in run:
            if unicodedata.east_asian_width(c) in "WF":
                found += [word] if word else []
                found.append(c)
                word = ""
            else:
                word += c
        found += [word] if word else []
    return collections.Counter(found)


def on(value):
    return value not in ("0", "false", "off")


class Package:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = {n.replace("\\", "/").lstrip("/").lower(): n for n in self.zip.namelist()}
        self.main = self.by_type(self.rels(""), "officeDocument")
        self.main_rels = self.rels(self.main)
        self.styles = self.hidden_styles()

    def tree(self, part):
        name = self.names.get((part or "").lower())
        if not name:
            return None
        data = self.zip.read(name)
        for strict, usual in STRICT.items():
            data = data.replace(strict, usual)
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))

    def rels(self, part):
        folder, name = posixpath.split(part or "")
        tree = self.tree(posixpath.join(folder, "_rels", name + ".rels"))
        found = {}
        for e in tree if tree is not None else ():
            if e.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, e.get("Target", ""))).lstrip("/")
                found[e.get("Id")] = (e.get("Type", "").rsplit("/", 1)[-1], target)
        return found

    @staticmethod
    def by_type(rels, kind):
        return next((target for k, target in rels.values() if k == kind), None)

    def hidden_styles(self):
        """The styles whose letters are hidden, by what they are based on too."""
        tree = self.tree(self.by_type(self.main_rels, "styles"))
        own, based = {}, {}
        for s in tree.iter(W + "style") if tree is not None else ():
            vanish = s.find(W + "rPr/" + W + "vanish")
            name = s.get(W + "styleId")
            own[name] = None if vanish is None else on(vanish.get(W + "val"))
            base = s.find(W + "basedOn")
            based[name] = None if base is None else base.get(W + "val")
        hidden = set()
        for name in own:
            at, steps = name, 0
            while at in own and own[at] is None and steps < 30:
                at, steps = based[at], steps + 1
            if own.get(at):
                hidden.add(name)
        return hidden


class Story:
    """The text of a part: what is shown, and what is not, each by its kind."""

    def __init__(self, package):
        self.package = package
        self.fields = []
        self.text = collections.defaultdict(list)
        self.notes = []
        self.kinds = ["body"]

    def put(self, text, kind=None):
        if self.fields and not all(f["result"] for f in self.fields):
            return
        if self.fields and self.fields[-1]["page"]:
            self.text[self.kinds[-1]].append(PAGE_MARK)
            kind = "allowed"
        self.text[kind or self.kinds[-1]].append(text)

    def is_hidden(self, run):
        props = run.find(W + "rPr")
        if props is not None:
            for name in ("vanish", "webHidden"):
                e = props.find(W + name)
                if e is not None:
                    return on(e.get(W + "val"))
        style = None if props is None else props.find(W + "rStyle")
        by_run = style is not None and style.get(W + "val") in self.package.styles
        para = next((a for a in run.iterancestors(W + "p")), None)
        style = None if para is None else para.find(W + "pPr/" + W + "pStyle")
        by_para = style is not None and style.get(W + "val") in self.package.styles
        return by_run != by_para

    def walk(self, e):
        if not isinstance(e.tag, str):
            return
        name = etree.QName(e).localname
        handler = getattr(self, "on_" + name, None)
        if e.tag.startswith(W) and (name in BLANK or name in HYPHEN):
            if e.getparent().tag == W + "r":
                self.put(HYPHEN.get(name, " "))
        elif handler:
            handler(e)
        else:
            self.walk_in(e)

    def walk_in(self, e):
        for child in e:
            self.walk(child)

    def within(self, kind, e):
        self.kinds.append(kind)
        self.walk_in(e)
        self.kinds.pop()

    def on_t(self, e):
        self.put(e.text or "", "allowed" if e.tag == M + "t" else None)

    def on_r(self, e):
        if e.tag == W + "r" and self.is_hidden(e):
            self.within("hidden", e)
        else:
            self.walk_in(e)

    def on_p(self, e):
        self.walk_in(e)
        if e.find(W + "pPr/" + W + "rPr/" + W + "del") is None and e.find(W + "pPr/" + W + "rPr/" + W + "moveFrom") is None:
            for kind in ("body", "box", "hidden", "deleted", "allowed"):
                self.text[kind].append("\n")

    def on_del(self, e):
        self.within("deleted", e)

    on_moveFrom = on_del

    def on_delText(self, e):
        self.text["deleted"].append(e.text or "")

    def on_tr(self, e):
        gone = e.tag == W + "tr" and e.find(W + "trPr/" + W + "del") is not None
        self.within("deleted" if gone else self.kinds[-1], e)
        self.text[self.kinds[-1]].append("\n")

    @staticmethod
    def is_understood(choice):
        return all(EXTENSION.match(choice.nsmap.get(prefix, "")) for prefix in choice.get("Requires", "").split())

    def on_AlternateContent(self, e):
        branch = next((c for c in e.findall(MC + "Choice") if self.is_understood(c)), None)
        if branch is None:
            branch = e.find(MC + "Fallback")
        if branch is not None:
            self.walk_in(branch)

    def on_txbxContent(self, e):
        self.text["body"].append("\n")
        self.within("box", e)
        self.text["body"].append("\n")

    def on_textpath(self, e):
        self.put("\n%s\n" % e.get("string", ""), "box")

    def on_fldChar(self, e):
        kind = e.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append({"instr": "", "result": False, "page": False})
        elif kind == "separate" and self.fields:
            self.fields[-1]["result"] = True
            self.fields[-1]["page"] = bool(PAGE.match(self.fields[-1]["instr"]))
        elif kind == "end" and self.fields:
            self.fields.pop()

    def on_fldSimple(self, e):
        self.fields.append({"instr": "", "result": True, "page": bool(PAGE.match(e.get(W + "instr", "")))})
        self.walk_in(e)
        self.fields.pop()

    def on_instrText(self, e):
        if self.fields:
            self.fields[-1]["instr"] += e.text or ""

    def on_sdt(self, e):
        placeholder = e.find(W + "sdtPr/" + W + "showingPlcHdr")
        if placeholder is not None and on(placeholder.get(W + "val")):
            self.within("allowed", e)
        else:
            self.walk_in(e)

    def on_rt(self, e):
        self.within("allowed", e)

    def on_footnoteReference(self, e):
        if self.kinds[-1] not in ("deleted", "hidden"):
            self.notes.append((etree.QName(e).localname[:-9] + "s", e.get(W + "id")))

    on_endnoteReference = on_footnoteReference

    def on_docPr(self, e):
        self.text["allowed"].append("\n%s\n%s\n" % (e.get("descr", ""), e.get("title", "")))

    on_cNvPr = on_docPr

    def on_shape(self, e):
        self.text["allowed"].append("\n%s\n" % e.get("alt", ""))
        self.walk_in(e)

    on_rect = on_shape

    def on_imagedata(self, e):
        self.text["allowed"].append("\n%s\n" % e.get(O + "title", ""))

    def on_sym(self, e):
        self.put(" ", None)

    def nothing(self, e):
        pass

    on_pPr = on_rPr = on_sdtPr = on_tcPr = on_trPr = on_tblPr = on_sectPr = nothing

    def words(self, *kinds):
        return sum((words("".join(self.text[k])) for k in kinds), collections.Counter())


def reference(path):
    package = Package(path)
    story = Story(package)
    main = package.tree(package.main)
    story.walk(main)
    notes = Story(package)
    for kind in ("footnotes", "endnotes"):
        wanted = {i for k, i in story.notes if k == kind}
        tree = package.tree(package.by_type(package.main_rels, kind)) if wanted else None
        for note in tree if tree is not None else ():
            if note.get(W + "id") in wanted:
                notes.walk_in(note)
    lines, hidden = set(), collections.Counter()
    for ref in main.iter(W + "headerReference", W + "footerReference"):
        part = package.main_rels.get(ref.get(R + "id"))
        tree = package.tree(part[1]) if part else None
        if tree is None:
            continue
        head = Story(package)
        head.walk(tree)
        for line in "".join(head.text["body"] + ["\n"] + head.text["box"]).split("\n"):
            if PAGE_MARK not in line or sum(words(line).values()) and len("".join(words(line))) > PAGE_LINE:
                lines.add(line.replace(PAGE_MARK, " "))
        hidden += head.words("hidden", "deleted", "allowed")
    return story, notes, sum((words(line) for line in lines), collections.Counter()), hidden


LABEL = re.compile(r"^[\s>|]*(?:[-*•–]|[(\[]?(?:\d+|[a-zA-Z]|[ivxlcdmIVXLCDM]+|[\d.]+\d)[.)\]]+(?:[\d.]+)?)(?=\s)|\[\^?\d+\]:?", re.M)


def printed(path):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return words(text), words(LABEL.sub(" ", text).replace("[Image:", " ").replace("[Image]", " "))


def ratio(part, whole):
    return part / whole if whole else 1.0


class Scores:
    def __init__(self):
        self.sum = collections.Counter()
        self.recalls = []
        self.leaked = 0

    def add(self, name, path, texts):
        story, notes, head, unseen = reference(path)
        must = story.words("body", "box") + notes.words("body", "box")
        got, bare = printed(os.path.join(texts, name + ".txt"))
        missing = must - got
        may = must + story.words("allowed") + notes.words("allowed") + head + unseen
        extra = bare - may
        gone = story.words("deleted", "hidden")
        leaked = (gone & extra).total()
        self.leaked += leaked
        boxes, note_words = story.words("box"), notes.words("body", "box")
        everything, _ = printed(os.path.join(texts, name + ".all.txt"))
        head_missing = head - (everything - (must & got))
        for key, count in (("must", must.total()), ("missing", missing.total()), ("got", bare.total()),
                           ("extra", extra.total()), ("box", boxes.total()), ("box missing", (boxes & missing).total()),
                           ("note", note_words.total()), ("note missing", (note_words & missing).total()),
                           ("head", head.total()), ("head missing", head_missing.total())):
            self.sum[key] += count
        if must:
            self.recalls.append(1 - ratio(missing.total(), must.total()))
        for what, which in (("lacks", missing), ("adds", extra), ("lacks of headers", head_missing)):
            if which:
                print("# %s %s: %s" % (name[-60:], what, " ".join(sorted(which.elements()))[:300]))
        if leaked:
            print("# %s leaks: %s" % (name[-60:], " ".join((gone & extra).elements())[:300]))

    def values(self):
        s = self.sum
        return {"micro recall": 1 - ratio(s["missing"], s["must"]),
                "macro recall": ratio(sum(self.recalls), len(self.recalls)),
                "precision": 1 - ratio(s["extra"], s["got"]),
                "text boxes": 1 - ratio(s["box missing"], s["box"]),
                "notes": 1 - ratio(s["note missing"], s["note"]),
                "headers and footers": 1 - ratio(s["head missing"], s["head"])}


def main(folder, texts):
    scores, files, wrong = Scores(), 0, 0
    for where, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            scores.add(name, os.path.join(where, name), texts)
            files += 1
    for key, value in scores.values().items():
        good = value >= BARS[key]
        wrong += not good
        print("%s %s %.4f (at least %.3f)" % ("good" if good else "bad", key, value, BARS[key]))
    print("%s deleted and hidden words that leaked: %d" % ("bad" if scores.leaked else "good", scores.leaked))
    print("# %d files, %d words" % (files, scores.sum["must"]))
    return 1 if wrong or scores.leaked or not files else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

#!/usr/bin/python3
"""What Word refuses, or opens with a "repair", and neither the ECMA-376 schemas nor Microsoft's validator see.

    docx_lint.py FILE...        one line for each fault: FILE: RULE: what; status 1 when there is one
"""
import datetime
import posixpath
import re
import sys
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TERMS = "{http://purl.org/dc/terms/}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
MAIN = re.compile(r"application/vnd\.(openxmlformats-officedocument\.wordprocessingml|ms-word)\..*main\+xml")
TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*|x-none")
DATE = "%Y-%m-%dT%H:%M:%SZ"


class Package:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        self.trees = {name: etree.fromstring(self.zip.read(name)) for name in self.names
                      if name.endswith((".xml", ".rels"))}
        self.main = None
        for rel in self.rels(""):
            if rel.get("Type").endswith("/officeDocument"):
                self.main = self.target("", rel)

    def rels(self, part):
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", name + ".rels"))
        return [] if tree is None else tree.findall(RELS + "Relationship")

    def target(self, part, rel):
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), rel.get("Target"))).lstrip("/")

    def related(self, kind):
        """The part of the main part's relationship of that kind, or None."""
        for rel in self.rels(self.main):
            if rel.get("Type").endswith("/" + kind):
                return self.trees.get(self.target(self.main, rel))
        return None

    def stories(self):
        """The parts that have text."""
        for name, tree in self.trees.items():
            if etree.QName(tree).localname in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments"):
                yield name, tree


def val(element, name="val"):
    return element.get(W + name)


def number(element, path, default):
    found = element.find(path)
    return default if found is None else int(val(found))


def cells(row):
    return [c for c in row.iter(W + "tc") if next(c.iterancestors(W + "tr")) is row]


def rows(table):
    return [r for r in table.iter(W + "tr") if next(r.iterancestors(W + "tbl")) is table]


def check_tables(package):
    for name, tree in package.stories():
        for cell in tree.iter(W + "tc"):
            blocks = [b for b in cell if b.tag != W + "tcPr"]
            if not any(True for _ in cell.iter(W + "p")):
                yield "cell-without-paragraph", name
            elif blocks and blocks[-1].tag == W + "tbl":
                yield "cell-ends-in-table", name
        for table in tree.iter(W + "tbl"):
            yield from check_grid(name, table)


def check_grid(name, table):
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    open_cells = set()
    for row in rows(table):
        if not cells(row):
            yield "row-without-cells", name
            continue
        at = number(row, f"{W}trPr/{W}gridBefore", 0)
        merged = set()
        for cell in cells(row):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and val(merge) != "restart" and at not in open_cells:
                yield "merge-without-start", name
            if merge is not None:
                merged.add(at)
            at += number(cell, f"{W}tcPr/{W}gridSpan", 1)
        open_cells = merged
        if at + number(row, f"{W}trPr/{W}gridAfter", 0) > columns:
            yield "span-beyond-grid", f"{name}: {at} columns, the grid has {columns}"


def check_styles(package):
    sheet = package.related("styles")
    known = set()
    for style in [] if sheet is None else sheet.findall(W + "style"):
        if val(style, "styleId") in known:
            yield "style-twice", val(style, "styleId")
        known.add(val(style, "styleId"))
    for name, tree in list(package.stories()) + ([] if sheet is None else [("styles", sheet)]):
        for element in tree.iter(W + "pStyle", W + "rStyle", W + "tblStyle", W + "basedOn", W + "next", W + "link"):
            if val(element) not in known:
                yield "style-undefined", f"{name}: {val(element)}"


def check_numbers(package):
    numbering = package.related("numbering")
    known = {"0"}
    for kind, attribute in (("abstractNum", "abstractNumId"), ("num", "numId")):
        ids = [val(n, attribute) for n in ([] if numbering is None else numbering.findall(W + kind))]
        for one in {i for i in ids if ids.count(i) > 1}:
            yield "number-twice", f"{kind} {one}"
        known.update(ids if kind == "num" else [])
    for name, tree in package.stories():
        for element in tree.iter(W + "numId"):
            if val(element) not in known:
                yield "number-undefined", f"{name}: {val(element)}"


def check_package(package):
    types = package.trees["[Content_Types].xml"]
    overrides = {o.get("PartName").lstrip("/").lower(): o.get("ContentType") for o in types.findall(TYPES + "Override")}
    names = {n.lower() for n in package.names}
    if package.names[0] != "[Content_Types].xml":
        yield "types-not-first", package.names[0]
    if len(names) != len(package.names):
        yield "part-twice", ""
    if package.main is None or not MAIN.match(overrides.get(package.main.lower(), "")):
        yield "main-without-override", str(package.main)
    for part in set(overrides) - names:
        yield "override-of-nothing", part
    for name in [""] + package.names:
        for rel in package.rels(name):
            if rel.get("TargetMode") != "External" and package.target(name, rel).lower() not in names:
                yield "relationship-to-nothing", f"{name}: {rel.get('Target')}"
    for name, tree in package.stories():
        ids = {rel.get("Id") for rel in package.rels(name)}
        for element in tree.iter(etree.Element):
            for key, value in element.attrib.items():
                if key.startswith(R) and value not in ids:
                    yield "relationship-undefined", f"{name}: {value}"


def check_properties(package):
    for name, tree in package.trees.items():
        if etree.QName(tree).localname != "coreProperties":
            continue
        tags = [child.tag for child in tree]
        for tag in {t for t in tags if tags.count(t) > 1}:
            yield "property-twice", etree.QName(tag).localname
        for element in tree.iter(TERMS + "created", TERMS + "modified"):
            if element.get(XSI + "type") != "dcterms:W3CDTF":
                yield "date-without-type", element.text
            try:
                datetime.datetime.strptime(element.text or "", DATE)
            except ValueError:
                yield "date-wrong", str(element.text)


def check_text(package):
    for name, tree in package.stories():
        for link in tree.iter(W + "hyperlink"):
            if next(link.iterancestors(W + "hyperlink"), None) is not None:
                yield "link-in-link", name
        body = tree.find(W + "body")
        if body is not None and (len(body) == 0 or body[-1].tag != W + "sectPr"):
            yield "section-not-last", name
        depth = 0
        for char in tree.iter(W + "fldChar"):
            depth += {"begin": 1, "end": -1}.get(char.get(W + "fldCharType"), 0)
        if depth != 0:
            yield "field-open", name


def check_languages(package):
    for name, tree in package.trees.items():
        for lang in tree.iter(W + "lang", W + "themeFontLang"):
            for key, tag in lang.attrib.items():
                if tag and not TAG.fullmatch(tag):
                    yield "language-wrong", f"{name}: {tag}"


def check_ids(package):
    seen = set()
    for name, tree in package.stories():
        for properties in tree.iter(WP + "docPr"):
            fallback = next(properties.iterancestors("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"), None)
            if fallback is None and properties.get("id") in seen:
                yield "drawing-twice", f"{name}: {properties.get('id')}"
            seen.add(properties.get("id"))


def check_notes(package):
    notes, settings = package.related("footnotes"), package.related("settings")
    ids = set() if notes is None else {val(n, "id") for n in notes.findall(W + "footnote")}
    named = [] if settings is None else settings.findall(f"{W}footnotePr/{W}footnote")
    for element in named + [r for _, tree in package.stories() for r in tree.iter(W + "footnoteReference")]:
        if val(element, "id") not in ids:
            yield "note-undefined", val(element, "id")
    if ids and not named:
        yield "note-lines-unnamed", ""


CHECKS = (check_tables, check_styles, check_numbers, check_package, check_properties, check_text, check_languages,
          check_ids, check_notes)


def main():
    found = False
    for path in sys.argv[1:]:
        package = Package(path)
        for check in CHECKS:
            for rule, what in check(package):
                print(f"{path}: {rule}: {what}")
                found = True
    return 1 if found else 0


sys.exit(main())

#!/usr/bin/python3
"""Makes the samples that are packed: a .docx out of a folder of parts, a page
or an item with the pictures that it names put into it, a mail out of its head,
text and page.  Same parts, same bytes.

usage: make.py            all of them, into the folder above this one
"""
import base64
import re
import zipfile
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).resolve().parent
TYPES = {".png": "image/png", ".jpg": "image/jpeg"}
FIRST = ["[Content_Types].xml", "_rels/.rels"]  # as Word orders them


def data_url(path):
    return "data:%s;base64,%s" % (TYPES[path.suffix], base64.b64encode(path.read_bytes()).decode("ascii"))


def embed(source):
    text = source.read_text(encoding="utf-8")
    return re.sub(r'src="(pictures/[^"]*)"', lambda m: 'src="%s"' % data_url(HERE / m[1]), text)


def pack(folder, target):
    """Zips the folder's parts, and the pictures that the file "pictures" lists: PART PICTURE on each line."""
    parts = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    listed = parts.pop("pictures", None)
    if listed:
        for line in listed.read_text(encoding="ascii").splitlines():
            part, picture = line.split()
            parts[part] = HERE / "pictures" / picture
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda n: (n not in FIRST, n)):
            entry = zipfile.ZipInfo(name)  # of 1 January 1980
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name].read_bytes())


def post(folder, target):
    """A mail with a text, and a page with the pictures that the file "pictures" lists: ID PICTURE on each line."""
    mail = EmailMessage()
    for line in (folder / "head").read_text(encoding="utf-8").splitlines():
        name, value = line.split(": ", 1)
        mail[name] = value
    mail.set_content((folder / "text.txt").read_text(encoding="utf-8"), charset="windows-1252", cte="quoted-printable")
    mail.add_alternative((folder / "page.html").read_text(encoding="utf-8"), "html", charset="windows-1252", cte="quoted-printable")
    page = mail.get_payload()[1]
    for line in (folder / "pictures").read_text(encoding="ascii").splitlines():
        name, picture = line.split()
        path = HERE / "pictures" / picture
        page.add_related(path.read_bytes(), *TYPES[path.suffix].split("/"), cid="<%s>" % name)
    mail.set_boundary("=_alternative")
    page.set_boundary("=_related")
    target.write_bytes(bytes(mail))


for source in sorted(HERE.iterdir()):
    target = HERE.parent / source.name
    if (source / "[Content_Types].xml").is_file():
        pack(source, target.with_suffix(".docx"))
    elif (source / "head").is_file():
        post(source, target.with_suffix(".eml"))
    elif source.suffix in (".html", ".xml"):
        target.write_text(embed(source), encoding="utf-8")

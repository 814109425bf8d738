#!/usr/bin/env python3
"""Gives the inputs of make.py to the filters of their format, and speaks TAP.

	run.py [--all] BIN FOLDER

One filter for each input, in turn, or all of them. Each run must do what the case says, within its bounds of time and
memory, and what comes out must hold nothing that its reader is to be kept from.
"""
import email
import html.parser
import io
import multiprocessing
import os
import re
import sys
import xml.parsers.expat
import zipfile
import zlib

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
import measure

FORMATS = ["txt", "html", "docx", "nml", "eml"]
SECRETS = [b"PLANTED-SECRET", b"DELETED-TEXT", b"VANISHED-TEXT", b"A. Uthor"]
SCHEMES = ("http:", "https:", "mailto:", "tel:", "ftp:", "data:image/", "cid:", "#")
PATIENCE = 120  # seconds by the clock: the machine may be busy
MB = 1024 * 1024


def bounds(format_, size):
	"""Seconds of processor time and bytes of memory."""
	return 2 + 0.2 * size / MB, 128 * MB + (16 if format_ in ("html", "eml") else 8) * size


class Page(html.parser.HTMLParser):
	"""Finds in a page of ours what could run or fetch something."""

	def __init__(self):
		super().__init__()
		self.wrong = None

	def handle_starttag(self, tag, attributes):
		values = dict(attributes)
		if tag in ("iframe", "object", "embed", "form", "base", "link", "svg") or (
			tag == "script" and values.get("type") != "application/ld+json"
		):
			self.wrong = f"<{tag}>"
		if tag == "meta" and "http-equiv" in values and values["http-equiv"].lower() == "refresh":
			self.wrong = "a refresh"
		for name, value in attributes:
			if name.startswith("on"):
				self.wrong = name
			if name in ("href", "src") and value and not value.lower().startswith(SCHEMES):
				self.wrong = f'{name}="{value[:60]}"'


def wrong_text(text):
	try:
		text = text.decode()
	except UnicodeDecodeError:
		return "not UTF-8"
	found = re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", text)
	return f"U+{ord(found.group()):04X} in the output" if found else None


def marked(path):
	"""Whether the input has the mark at the end of its text: then a text that was converted has it too."""
	with open(path, "rb") as f:
		content = f.read()
	if path.split(os.sep)[-2] == "docx":
		try:
			with zipfile.ZipFile(path) as z:
				content = z.read("word/document.xml") if len(content) < MB else b""
		except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError, ValueError):
			return False
	return b"ENDMARK" in content


def wrong_xml(content):
	try:
		xml.parsers.expat.ParserCreate().Parse(content, True)
	except xml.parsers.expat.ExpatError as error:
		return f"not well-formed: {error}"
	return wrong_text(content)


def wrong_html(content):
	page = Page()
	page.feed(content.decode("utf-8", "replace"))
	return page.wrong or wrong_text(content)


def wrong_docx(content):
	with zipfile.ZipFile(io.BytesIO(content)) as z:
		if z.testzip():
			return "a checksum"
		for name in z.namelist():
			if name.endswith((".xml", ".rels")):
				part = z.read(name)
				if wrong_xml(part) or any(secret in part for secret in SECRETS):
					return f"{name}: {wrong_xml(part) or 'a secret'}"
	return None


def wrong_mail(content):
	"""What a mail program shows: the parts, out of their coding. Lines end in CR LF."""
	for part in email.message_from_bytes(content).walk():
		if part.get_content_maintype() == "text":
			shown = part.get_payload(decode=True).replace(b"\r\n", b"\n")
			wrong = wrong_html(shown) if part.get_content_subtype() == "html" else wrong_text(shown)
			if wrong or any(secret in shown for secret in SECRETS):
				return wrong or "a secret"
	return wrong_text(content.replace(b"\r\n", b"\n"))


WRONG = {"txt": wrong_text, "html": wrong_html, "nml": wrong_xml, "docx": wrong_docx, "eml": wrong_mail}


class Starter:
	"""A process that starts the others, and stays small, as measure.run() wants it: this one reads large outputs."""

	def __init__(self):
		self.pipe, other = multiprocessing.Pipe()
		if os.fork() == 0:
			self.pipe.close()
			while True:
				try:
					other.send(measure.run(*other.recv()))
				except EOFError:
					os._exit(0)
		other.close()

	def run(self, program, path, folder):
		"""Status, output, messages, seconds, bytes."""
		out, err = os.path.join(folder, "out"), os.path.join(folder, "err")
		self.pipe.send(([program, path], out, err, PATIENCE))
		state, seconds, memory = self.pipe.recv()
		with open(out, "rb") as o, open(err, "rb") as e:
			return state, o.read(), e.read(), seconds, memory


def judge(case, to, state, out, err, seconds, memory, path):
	"""What is wrong, or None."""
	format_, _, expectation = case
	size = os.path.getsize(path)
	most_seconds, most_memory = bounds(format_, size)
	if os.WIFSIGNALED(state):
		return f"signal {os.WTERMSIG(state)} after {seconds:.1f} s"
	status = os.waitstatus_to_exitcode(state)
	if status not in {"refused": (65,), "converted": (0,), "either": (0, 65)}[expectation]:
		return f"status {status}"
	if status == 65 and (out or not err.endswith(b"\n")):
		return "refused with an output, or without a message"
	if wrong_text(err):
		return f"in a message: {wrong_text(err)}"
	if seconds > most_seconds:
		return f"{seconds:.1f} s, {most_seconds:.1f} are allowed"
	if memory > most_memory:
		return f"{memory // MB} MB, {most_memory // MB} are allowed"
	if any(secret in out + err for secret in SECRETS):
		return "a secret in the output"
	if status == 0 and to not in ("docx", "eml") and marked(path) and b"ENDMARK" not in out:
		return "not whole"
	return WRONG[to](out) if status == 0 else None


def main(arguments):
	everything = arguments[0] == "--all"
	programs, folder = (os.path.abspath(a) for a in arguments[-2:])
	with open(os.path.join(folder, "cases")) as f:
		cases = [line.split() for line in f]
	work = os.path.join(folder, "work", "deep", "er")
	os.makedirs(work)
	os.chdir(work)
	starter = Starter()
	number = 0
	slowest, largest = (0, ""), (0, "")
	for i, case in enumerate(cases):
		ways = [to for to in FORMATS if to != case[0]]
		path = os.path.join(folder, case[0], case[1])
		for to in ways if everything else [ways[i % len(ways)]]:
			name = f"{case[0]}2{to} {case[1]}"
			state, out, err, seconds, memory = starter.run(os.path.join(programs, f"{case[0]}2{to}"), path, work)
			wrong = judge(case, to, state, out, err, seconds, memory, path)
			number += 1
			print(f"{'not ok' if wrong else 'ok'} {number} - {name}: {case[2]}")
			if wrong:
				print(f"# {wrong}: {err[:200].decode('utf-8', 'replace').strip()}")
			slowest, largest = max(slowest, (seconds, name)), max(largest, (memory, name))
	left = [n for _, _, names in os.walk(folder) for n in names if "PWNED" in n] + [n for n in os.listdir("/tmp") if n == "PWNED"]
	number += 1
	print(f"{'not ok' if left else 'ok'} {number} - no file by a name out of an input")
	print(f"# slowest: {slowest[1]}, {slowest[0]:.2f} s; largest: {largest[1]}, {largest[0] // MB} MB")
	print(f"1..{number}")


main(sys.argv[1:])

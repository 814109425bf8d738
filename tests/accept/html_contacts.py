"""html_contacts.py DIR HTML2TXT: what --main must keep of the pages in DIR (NAME.html with its truth NAME.json).

Demanded are the addresses, telephone numbers and dates that the truth has, the addresses and numbers that stand behind a
word for the press anywhere in the page, and the dates below the headline. What is lost is printed, and counted in the last line.
"""
import glob
import json
import os
import re
import subprocess
import sys

MAIL = re.compile(r'[\w.+-]+@[\w-]+(?:\.[\w-]+)+')
PHONE = re.compile(r'(?:\+|\b00?)[1-9][\d ()/.–-]{6,18}\d')
MONTH = r'(?:jan|feb|mar|mär|apr|maj|mai|may|jun|jul|aug|sep|oct|okt|nov|dec|dez|des|led|úno|bře|dub|kvě|čer|srp|zář|říj|lis|pro|sty|lut|kwi|cze|lip|sie|wrz|paź|gru)\w*'
DATE = re.compile(r'\b(?:\d{1,2}\.? ?' + MONTH + r' \d{4}|' + MONTH + r' \d{1,2}, \d{4}|\d{1,2}[./] ?\d{1,2}[./] ?\d{4})', re.I)
FOR_THE_PRESS = re.compile(r'press|media|medien|ansprechpartner|mluvč|rückfrage|rzeczni', re.I)
BEFORE = 120  # characters in which the word for the press stands
BELOW = 500  # behind the headline, in which its date stands


def text_of(page, *options):
	command = [sys.argv[2], '-q', '--links=none', '--wrap=0', *options, page]
	return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def flat(text):
	return re.sub(r'\s+', ' ', text)


def is_kept(what, text):
	if PHONE.fullmatch(what):
		return re.sub(r'\D', '', what) in re.sub(r'\D', '', text)
	return what.lower() in text.lower()


def demanded(truth, whole, headline):
	for pattern in MAIL, PHONE, DATE:
		yield from (m for m in pattern.findall(truth) if is_kept(m, whole))
	for pattern in MAIL, PHONE:
		for m in pattern.finditer(whole):
			if FOR_THE_PRESS.search(whole[max(0, m.start() - BEFORE):m.start()]):
				yield m.group()
	# The headline that stands above the text: menus may have it, too.
	start = whole.find(truth.replace(headline, '', 1).lstrip(' …')[:40])
	at = whole.find(headline, max(0, start - 2 * BELOW)) if headline else -1
	if at >= 0:
		yield from DATE.findall(whole[at:at + len(headline) + BELOW])


total = lost = pages = 0
for name in sorted(glob.glob(sys.argv[1] + '/*.json')):
	with open(name, encoding='utf-8') as file:
		truth = json.load(file)
	page = name[:-5] + '.html'
	main, whole = text_of(page, '--main'), flat(text_of(page))
	lines = main.split('\n')
	headline = next((a for a, b in zip(lines, lines[1:]) if b.startswith('====')), '')
	right = flat(truth['text'] if truth['kind'] == 'words' else ' … '.join(truth['with']))
	wanted = sorted(set(demanded(right, whole, flat(headline))))
	total += len(wanted)
	pages += bool(wanted)
	for what in wanted:
		if not is_kept(what, flat(main)):
			lost += 1
			at = whole.find(what)
			print(f'{os.path.basename(page)}: {what}: ...{whole[max(0, at - 80):at + 60]}')
print(f'{total} on {pages} pages, lost {lost}')

#!/usr/bin/env python3
"""Makes hostile and broken inputs of every class, for tests/hostile.t and the fuzzers.

	make.py [--small | --big] FOLDER

FOLDER gets a folder for each format with a file for each case, FOLDER/SECRET, which some cases ask for, and
FOLDER/cases: a line "FORMAT NAME EXPECTATION" for each. EXPECTATION is "refused" (status 65 and nothing else),
"converted" (status 0) or "either". The small ones are below a megabyte or so and are made at once; the big ones are
those whose size is the attack.
"""
import os
import sys

from docx_cases import docx_cases
from eml_cases import eml_cases
from html_cases import html_cases
from nml_cases import nml_cases
from txt_cases import txt_cases


def main(arguments):
	sizes = {"--small": ["small"], "--big": ["big"]}.get(arguments[0], ["small", "big"])
	folder = os.path.abspath(arguments[-1])
	secret = os.path.join(folder, "SECRET")
	os.makedirs(folder, exist_ok=True)
	with open(secret, "w") as f:
		f.write("PLANTED-SECRET\n")
	formats = {"txt": txt_cases, "html": html_cases, "docx": docx_cases, "nml": nml_cases, "eml": eml_cases}
	with open(os.path.join(folder, "cases"), "w") as cases:
		for name, make in formats.items():
			os.makedirs(os.path.join(folder, name), exist_ok=True)
			for size in sizes:
				for case, expectation, content in make(size, "file://" + secret):
					with open(os.path.join(folder, name, case), "wb") as f:
						f.write(content)
					cases.write(f"{name} {case} {expectation}\n")


main(sys.argv[1:])

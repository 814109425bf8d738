"""tables_cldr.py TABLE...: the names of months and weekdays that CLDR (by Babel) has and a language table lacks, or gives to another."""
import sys

from babel import Locale

MONTHS = 'january february march april may june july august september october november december'.split()
DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split()


def lists(path):
    """The fields of a table, each a list of phrases."""
    fields, name = {}, None
    for line in open(path, encoding='utf-8'):
        if line.startswith('#') or not line.strip():
            continue
        if line[0] in ' \t':
            fields[name] += '|' + line.strip()
        else:
            name, value = line.split(':', 1)
            fields[name] = value.strip()
    return {key: [phrase.strip() for phrase in value.split('|')] for key, value in fields.items()}


def plain(word, table):
    """The word without what the table knows to stand before it: "de gener"."""
    word = word.lower().rstrip('.').replace('\u2019', "'")
    for before in table.get('date', []):
        before += '' if before.endswith("'") else ' '
        if word.startswith(before):
            return word[len(before):]
    return word


def matches(word, phrases):
    return any(word.startswith(p[:-1]) if p.endswith('*') else word == p.rstrip('.') for p in phrases)


def faults(tag, names, table, data):
    """Whole names must be there; short ones need not, but must not be another's."""
    for width in ('wide', 'abbreviated'):
        for form in ('format', 'stand-alone'):
            for key, word in data[form][width].items():
                word = plain(word, table)
                if word[0].isdigit() or matches(word, table.get(names[key], [])):
                    continue
                if width == 'wide':
                    yield f'{tag}: {names[key]} lacks {word}'
                for other in names.values():
                    if matches(word, table.get(other, [])):
                        yield f'{tag}: {other} has {word}, which is {names[key]}'


for path in sys.argv[1:]:
    table = lists(path)
    tag = table['tag'][0]
    locale = Locale.parse(tag)
    for fault in faults(tag, dict(enumerate(MONTHS, 1)), table, locale.months):
        print(fault)
    for fault in faults(tag, dict(enumerate(DAYS)), table, locale.days):
        print(fault)

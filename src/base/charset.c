#include "base/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/translit.h"
#include "base/utf8.h"

enum kind { UTF8, SINGLE, MULTI };

/*
 * What the labels of the WHATWG Encoding Standard (section 4.2) mean, and
 * what iconv calls that: often not what it gives for the label itself, as
 * "iso-8859-1" is windows-1252 there and "gb2312" all of GB 18030. The
 * encodings that the standard replaces by an error are left out, and
 * x-user-defined means windows-1252, as in an HTML meta element.
 */
static const struct set {
	char name[12];
	enum kind kind;
	const char *labels;
} sets[] = {
	{ "UTF-8", UTF8, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8" },
	{ "UTF-16BE", MULTI, "unicodefffe utf-16be" },
	{ "UTF-16LE", MULTI, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le" },
	{ "ISO-8859-2", SINGLE,
		"csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2"
		" latin2" },
	{ "ISO-8859-3", SINGLE,
		"csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3"
		" latin3" },
	{ "ISO-8859-4", SINGLE,
		"csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4"
		" latin4" },
	{ "ISO-8859-5", SINGLE,
		"csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5"
		" iso_8859-5:1988" },
	{ "ISO-8859-6", SINGLE,
		"arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6"
		" iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987" },
	{ "ISO-8859-7", SINGLE,
		"csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7"
		" iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek" },
	{ "ISO-8859-8", SINGLE,
		"csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8"
		" iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical" },
	{ "ISO-8859-16", SINGLE, "iso-8859-16" },
	{ "KOI8-R", SINGLE, "cskoi8r koi koi8 koi8-r koi8_r" },
	{ "KOI8-U", SINGLE, "koi8-ru koi8-u" },
	{ "CP874", SINGLE, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874" },
	{ "IBM866", SINGLE, "866 cp866 csibm866 ibm866" },
	{ "MAC-UK", SINGLE, "x-mac-cyrillic x-mac-ukrainian" },
	{ "MACINTOSH", SINGLE, "csmacintosh mac macintosh x-mac-roman" },
	{ "GB18030", MULTI,
		"chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"
		" gb18030" },
	{ "BIG5-HKSCS", MULTI, "big5 big5-hkscs cn-big5 csbig5 x-x-big5" },
	{ "EUC-JP-MS", MULTI, "cseucpkdfmtjapanese euc-jp x-euc-jp" },
	{ "CP932", MULTI, "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis" },
	{ "UHC", MULTI,
		"cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601"
		" ksc_5601 windows-949" },
	{ "ISO-2022-JP", MULTI, "csiso2022jp iso-2022-jp" },
	{ "CP1252", SINGLE,
		"x-user-defined ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1"
		" iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii"
		" windows-1252 x-cp1252" },
	{ "ISO-8859-10", SINGLE, "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6" },
	{ "ISO-8859-13", SINGLE, "iso-8859-13 iso8859-13 iso885913" },
	{ "ISO-8859-14", SINGLE, "iso-8859-14 iso8859-14 iso885914" },
	{ "ISO-8859-15", SINGLE, "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9" },
	{ "CP1250", SINGLE, "cp1250 windows-1250 x-cp1250" },
	{ "CP1251", SINGLE, "cp1251 windows-1251 x-cp1251" },
	{ "CP1253", SINGLE, "cp1253 windows-1253 x-cp1253" },
	{ "CP1254", SINGLE,
		"cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9"
		" iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254" },
	{ "CP1255", SINGLE, "cp1255 windows-1255 x-cp1255" },
	{ "CP1256", SINGLE, "cp1256 windows-1256 x-cp1256" },
	{ "CP1257", SINGLE, "cp1257 windows-1257 x-cp1257" },
	{ "CP1258", SINGLE, "cp1258 windows-1258 x-cp1258" },
	/* For output alone, where a set is to be what its name says. */
	{ "US-ASCII", SINGLE, "" },
	{ "ISO-8859-1", SINGLE, "" },
	{ "ISO-8859-9", SINGLE, "" },
	{ "TIS-620", SINGLE, "" },
	/* For names in archives alone, which no label names. */
	{ "IBM852", SINGLE, "" },
	{ "CP437", SINGLE, "" },
};

/* The labels that the standard reads more into. */
static const struct set exact[] = {
	{ "US-ASCII", SINGLE, "ansi_x3.4-1968 ascii us-ascii" },
	{ "ISO-8859-1", SINGLE, "cp819 csisolatin1 ibm819 iso-8859-1 iso8859-1 iso88591 iso_8859-1 l1 latin1" },
	{ "ISO-8859-9", SINGLE, "csisolatin5 iso-8859-9 iso8859-9 iso88599 iso_8859-9 l5 latin5" },
	{ "TIS-620", SINGLE, "tis-620" },
};

/*
 * Where iconv differs from the standard by a byte alone. U+0080 to U+009F
 * for unassigned bytes of the same number are not listed: see unassigned().
 */
static const struct fix {
	char name[12];
	unsigned char byte;
	uint16_t c;
} fixes[] = {
	{ "KOI8-U", 0xAE, 0x045E },
	{ "KOI8-U", 0xBE, 0x040E },
	{ "MAC-UK", 0xFF, 0x20AC },
	{ "MACINTOSH", 0xC6, 0x2206 },
	{ "MACINTOSH", 0xF0, 0xF8FF },
	{ "CP1255", 0xCA, 0x05BA },
	{ "CP932", 0x80, 0x0080 },
	{ "GB18030", 0x80, 0x20AC },
};

enum { SET_COUNT = sizeof(sets) / sizeof(sets[0]), FIX_COUNT = sizeof(fixes) / sizeof(fixes[0]) };

struct charset {
	const struct set *set;
	iconv_t cd; /* unused for UTF-8 */
	/* Of a single-byte set: the character of each byte, UTF8_BAD for none. */
	uint32_t chars[256];
};

static const char *
name_in(const struct set *list, size_t n, struct str label)
{
	for (size_t i = 0; i < n; i++) {
		struct str rest = str_of(list[i].labels), word;

		while (str_next_word(&rest, &word))
			if (str_eq_nocase(word, label))
				return list[i].name;
	}
	return NULL;
}

const char *
charset_of_label(struct str label)
{
	return name_in(sets, SET_COUNT, str_trim(label));
}

const char *
charset_of_output_label(struct str label)
{
	const char *name = name_in(exact, sizeof(exact) / sizeof(exact[0]), str_trim(label));

	return name ? name : charset_of_label(label);
}

/* One step of iconv over the slice, which is moved on; false at an error, errno says which. */
static bool
convert(iconv_t cd, struct str *in, struct buf *out)
{
	for (;;) {
		char *p = (char *)(uintptr_t)in->p; /* iconv's type lacks a const */
		char *to = buf_room(out, in->n + in->n / 2 + 32);
		char *end = to;
		size_t room = out->cap - out->n, left = in->n, left_room = room;
		size_t result = in->n > 0 ? iconv(cd, &p, &left, &end, &left_room) : iconv(cd, NULL, NULL, &end, &left_room);

		out->n += room - left_room;
		if (in->n > 0)
			*in = (struct str){ in->p + (in->n - left), left };
		if (result != (size_t)-1)
			return true;
		if (errno != E2BIG)
			return false;
	}
}

/* Gives back what iconv still holds, and its first state. */
static void
flush(iconv_t cd, struct buf *out)
{
	struct str nothing = { 0 };

	convert(cd, &nothing, out);
}

static const struct fix *
find_fix(const struct set *set, unsigned char byte)
{
	for (size_t i = 0; i < FIX_COUNT; i++)
		if (fixes[i].byte == byte && strcmp(fixes[i].name, set->name) == 0)
			return &fixes[i];
	return NULL;
}

/* Code pages that iconv leaves holes in have the C1 control of the same number there. */
static uint32_t
unassigned(unsigned char byte)
{
	return byte >= 0x80 && byte < 0xA0 ? byte : UTF8_BAD;
}

static void
fill_table(struct charset *c)
{
	struct buf out = { 0 };

	for (unsigned i = 0; i < 256; i++) {
		const char byte = (char)i;
		struct str in = { &byte, 1 };
		const struct fix *fix = find_fix(c->set, (unsigned char)i);

		buf_clear(&out);
		if (fix) {
			c->chars[i] = fix->c;
			continue;
		}
		c->chars[i] = unassigned((unsigned char)i);
		if (convert(c->cd, &in, &out)) {
			struct str made;

			flush(c->cd, &out);
			made = buf_str(&out);
			if (made.n > 0)
				c->chars[i] = utf8_next(&made);
		}
		buf_clear(&out);
		flush(c->cd, &out);
	}
	buf_free(&out);
}

static const struct set *
find_set(const char *name)
{
	for (size_t i = 0; i < SET_COUNT; i++)
		if (strcmp(sets[i].name, name) == 0)
			return &sets[i];
	return NULL;
}

static struct charset *
open_set(const struct set *set, bool output)
{
	struct charset *c;
	iconv_t cd = (iconv_t)-1, back = (iconv_t)-1;

	if (!set)
		return NULL;
	if (set->kind != UTF8) {
		cd = iconv_open("UTF-8", set->name);
		if (output)
			back = iconv_open(set->name, "UTF-8");
		if (cd == (iconv_t)-1 || (output && back == (iconv_t)-1)) {
			if (cd != (iconv_t)-1)
				iconv_close(cd);
			return NULL;
		}
	}
	c = mem_alloc(sizeof(*c));
	c->set = set;
	c->cd = cd;
	if (set->kind == SINGLE)
		fill_table(c);
	if (output && set->kind != UTF8) {
		iconv_close(cd);
		c->cd = back;
	}
	return c;
}

struct charset *
charset_open(const char *name)
{
	return open_set(find_set(name), false);
}

struct charset *
charset_open_output(const char *name)
{
	return open_set(find_set(name), true);
}

void
charset_close(struct charset *c)
{
	if (!c)
		return;
	if (c->set->kind != UTF8)
		iconv_close(c->cd);
	free(c);
}

struct charset *
charsets_get(struct charsets *all, const char *name)
{
	const struct set *set = find_set(name);
	struct charset **open = set ? &all->open[set - sets] : NULL;

	if (open && !*open)
		*open = open_set(set, false);
	return open ? *open : NULL;
}

void
charsets_open(struct charsets *all)
{
	_Static_assert((int)SET_COUNT <= (int)CHARSETS_MOST, "a place for each");
	for (size_t i = 0; i < SET_COUNT; i++)
		charsets_get(all, sets[i].name);
}

void
charsets_close(struct charsets *all)
{
	for (size_t i = 0; i < SET_COUNT; i++)
		charset_close(all->open[i]);
	*all = (struct charsets){ 0 };
}

static size_t
decode_single(const struct charset *c, struct str bytes, struct buf *utf8)
{
	for (size_t i = 0; i < bytes.n; i++) {
		uint32_t ch = c->chars[(unsigned char)bytes.p[i]];

		if (ch == UTF8_BAD)
			return i;
		utf8_put(utf8, ch);
	}
	return STR_NPOS;
}

static size_t
decode_multi(const struct charset *c, struct str bytes, struct buf *utf8)
{
	struct str rest = bytes;

	while (rest.n > 0) {
		const struct fix *fix;

		if (convert(c->cd, &rest, utf8))
			break;
		fix = find_fix(c->set, (unsigned char)rest.p[0]);
		flush(c->cd, utf8);
		if (!fix)
			return bytes.n - rest.n;
		utf8_put(utf8, fix->c);
		rest.p++, rest.n--;
	}
	flush(c->cd, utf8);
	return STR_NPOS;
}

static size_t
copy_utf8(struct str bytes, struct buf *out)
{
	size_t bad = utf8_check(bytes);

	buf_add(out, str_sub(bytes, 0, bad));
	return bad;
}

size_t
charset_decode(struct charset *c, struct str bytes, struct buf *utf8)
{
	switch (c->set->kind) {
	case UTF8:
		return copy_utf8(bytes, utf8);
	case SINGLE:
		return decode_single(c, bytes, utf8);
	case MULTI:
		break;
	}
	return decode_multi(c, bytes, utf8);
}

size_t
charset_decode_lines(struct charset *c, struct str bytes, struct buf *utf8, size_t *lines)
{
	struct str rest = bytes;

	if (c->set->kind != SINGLE)
		return charset_decode(c, bytes, utf8);
	while (rest.n > 0) {
		size_t end = str_find_char(rest, '\n'), wrong;
		struct str line = str_sub(rest, 0, end == STR_NPOS ? rest.n : end + 1);

		if (utf8_check(line) == STR_NPOS) {
			*lines += utf8_count(line) < line.n;
			buf_add(utf8, line);
		} else if ((wrong = decode_single(c, line, utf8)) != STR_NPOS) {
			return (size_t)(line.p - bytes.p) + wrong;
		}
		rest = str_sub(rest, line.n, rest.n);
	}
	return STR_NPOS;
}

/*
 * A character that the table of a single-byte set lacks. Only CP1258 still
 * has it, as a letter with a combining mark behind: more than one byte.
 */
static bool
encode_composed(struct charset *c, struct str ch, struct buf *bytes)
{
	size_t before = bytes->n;
	bool done = convert(c->cd, &ch, bytes);

	flush(c->cd, bytes);
	if (done && bytes->n > before + 1)
		return true;
	bytes->n = before;
	return false;
}

static bool
encode_single(struct charset *c, struct str ch, struct buf *bytes)
{
	struct str rest = ch;
	uint32_t code = utf8_next(&rest);

	if (code < 256 && c->chars[code] == code) {
		buf_char(bytes, (char)code);
		return true;
	}
	for (unsigned i = 0x80; i < 256; i++) {
		if (c->chars[i] == code) {
			buf_char(bytes, (char)i);
			return true;
		}
	}
	return encode_composed(c, ch, bytes);
}

/* A run of the text up to the first character that the set lacks; true when that is all. */
static bool
encode_run(struct charset *c, struct str *rest, struct buf *bytes)
{
	if (c->set->kind == MULTI)
		return convert(c->cd, rest, bytes);
	while (rest->n > 0) {
		struct str ch = *rest, behind = *rest;

		utf8_next(&behind);
		ch.n -= behind.n;
		if (!encode_single(c, ch, bytes))
			return false;
		*rest = behind;
	}
	return true;
}

/* Text that may stand for a character; false, and nothing written, when the set lacks that too. */
static bool
encode_instead(struct charset *c, struct str text, struct buf *bytes)
{
	size_t before = bytes->n;

	if (encode_run(c, &text, bytes))
		return true;
	bytes->n = before;
	return false;
}

static void
encode_translit(struct charset *c, uint32_t code, struct buf *bytes, struct encoded *result)
{
	struct buf text = { 0 };

	if (translit(code, &text) && encode_instead(c, buf_str(&text), bytes)) {
		result->replaced++;
	} else {
		encode_instead(c, STR("?"), bytes);
		result->lost++;
	}
	buf_free(&text);
}

static void
encode_reference(struct charset *c, uint32_t code, struct buf *bytes)
{
	struct buf text = { 0 };

	buf_printf(&text, "&#%lu;", (unsigned long)code);
	encode_instead(c, buf_str(&text), bytes);
	buf_free(&text);
}

struct encoded
charset_encode(struct charset *c, struct str utf8, enum unencodable how, struct buf *bytes)
{
	struct encoded result = { .wrong = STR_NPOS };
	struct str rest = utf8;

	if (c->set->kind == UTF8) {
		result.wrong = copy_utf8(utf8, bytes);
		return result;
	}
	while (!encode_run(c, &rest, bytes)) {
		size_t at = utf8.n - rest.n;
		uint32_t code = utf8_next(&rest);

		if (how == UNENCODABLE_ERROR || code == UTF8_BAD) {
			result.wrong = at;
			return result;
		}
		if (how == UNENCODABLE_TRANSLIT) {
			encode_translit(c, code, bytes, &result);
		} else {
			encode_reference(c, code, bytes);
			result.replaced++;
		}
	}
	if (c->set->kind == MULTI)
		flush(c->cd, bytes);
	return result;
}

const char *
charset_of_mark(struct str bytes, size_t *n)
{
	static const struct {
		struct str mark;
		const char *name;
	} marks[] = {
		{ STR("\xEF\xBB\xBF"), "UTF-8" },
		{ STR("\xFF\xFE"), "UTF-16LE" },
		{ STR("\xFE\xFF"), "UTF-16BE" },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (str_starts(bytes, marks[i].mark)) {
			*n = marks[i].mark.n;
			return marks[i].name;
		}
	}
	*n = 0;
	return NULL;
}

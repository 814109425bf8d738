# Language tables, byte by byte (LC_ALL=C), as wirecopy-tables(5) has them, to constants for src/recognise/lang.h.
# What a table may hold is checked by src/recognise/tables.c, in tests/unit/tables.c.

# A word of a table's text as a list has it: no blanks beside "|", "|" where a line ends.
function list(text)
{
	gsub(/[ \t]*[|][ \t|]*/, "|", text)
	gsub(/^[|]|[|]$/, "", text)
	return text
}

function quoted(text)
{
	gsub(/["\\]/, "\\\\&", text)
	return "\"" text "\""
}

function end_field()
{
	if (field in month)
		months[month[field]] = quoted(list(value))
	else if (field == "tag")
		head = "\t.tag = " quoted(value) ",\n"
	else if (field == "order")
		order = "\t.month_first = true,\n"
	else if (field == "common") {
		gsub(/[ \t]*[|]/, " ", value)
		common = value
	} else if (field == "letters")
		letters = value
	else if (field != "") {
		gsub(/-/, "_", field)
		words = words "\t\t[WORDS_" toupper(field) "] = " quoted(list(value)) ",\n"
	}
	field = ""
}

# Where a word stands among the frequent ones, or may: frequent_slot() of lang.h, which looks for it there.
function slot(word,	i, hash)
{
	for (i = 1; i <= 8; i++)
		hash = (hash * 31 + (i <= length(word) ? ord[substr(word, i, 1)] : 0)) % 4294967296
	for (i = hash % 2048; i in frequent && frequent[i] != word; i = (i + 1) % 2048)
		;
	return i
}

# Takes down that a word, or a letter behind a byte 1, is frequent in the n-th language.
function learn(word,	i)
{
	if (length(word) > 8)
		return
	i = slot(word)
	frequent[i] = word
	speakers[i] = speakers[i] (speakers[i] ? " | " : "") "UINT64_C(1) << " n - 1
}

function bytes(word,	i, all)
{
	for (i = 1; i <= length(word); i++)
		all = all (i > 1 ? ", " : "") "(char)" ord[substr(word, i, 1)]
	return all
}

# A letter is a byte and those behind it that go on with it.
function learn_all(	i, count, word, letter)
{
	count = split(common, word, " ")
	for (i = 1; i <= count; i++)
		learn(word[i])
	for (i = 1; i <= length(letters); i++) {
		letter = letter substr(letters, i, 1)
		if (i == length(letters) || ord[substr(letters, i + 1, 1)] < 128 || ord[substr(letters, i + 1, 1)] >= 192) {
			learn("\001" letter)
			letter = ""
		}
	}
}

function end_table(	i)
{
	end_field()
	if (head == "")
		return
	printf "static const struct language language%d = {\n%s%s", ++n, head, order
	printf "\t.common = %s,\n\t.letters = %s,\n\t.months = {\n", quoted(common), quoted(letters)
	for (i = 0; i < 12; i++)
		printf "\t\t%s,\n", i in months ? months[i] : "NULL"
	printf "\t},\n\t.words = {\n%s\t},\n};\n\n", words
	learn_all()
	head = order = common = letters = words = ""
	split("", months)
}

BEGIN {
	split("january february march april may june july august september october november december", names, " ")
	for (i = 1; i <= 12; i++)
		month[names[i]] = i - 1
	for (i = 1; i < 256; i++)
		ord[sprintf("%c", i)] = i
	printf "#include <stddef.h>\n\n#include \"recognise/lang.h\"\n\n"
}

FNR == 1 { end_table() }
/^#/ || /^[ \t]*$/ { next }
/^[ \t]/ {
	sub(/^[ \t]+/, "")
	value = value "|" $0
	next
}
{
	key = $0
	sub(/:.*/, "", key)
	if (key == "tag")
		end_table()
	end_field()
	field = key
	value = $0
	sub(/^[^:]*:[ \t]*/, "", value)
}

END {
	end_table()
	printf "const struct language *const languages[] = {\n"
	for (i = 1; i <= n; i++)
		printf "\t&language%d,\n", i
	printf "};\nconst size_t language_count = sizeof(languages) / sizeof(languages[0]);\n\n"
	printf "const struct frequent frequent_words[FREQUENT_SLOTS] = {\n"
	for (i = 0; i < 2048; i++)
		if (i in frequent)
			printf "\t[%d] = { { %s }, %s },\n", i, bytes(frequent[i]), speakers[i]
	printf "};\n"
}

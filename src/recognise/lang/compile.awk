# Language tables, as wirecopy-tables(5) has them, to constants for src/recognise/lang.h.
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
	head = order = common = letters = words = ""
	split("", months)
}

BEGIN {
	split("january february march april may june july august september october november december", names, " ")
	for (i = 1; i <= 12; i++)
		month[names[i]] = i - 1
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
	printf "};\nconst size_t language_count = sizeof(languages) / sizeof(languages[0]);\n"
}

#include "base/json.h"

#include "tap.h"

static void
test_all(struct tap *t)
{
	struct buf b = { 0 };
	struct json j = { .out = &b };

	json_open(&j, NULL, '{');
	json_text(&j, "text", STR("a \"quoted\" \\ line\nand \x01"));
	json_text(&j, "script", STR("</script> 1/2"));
	json_number(&j, "number", -12);
	json_open(&j, "list", '[');
	json_number(&j, NULL, 1);
	json_open(&j, NULL, '{');
	json_close(&j, '}');
	json_number(&j, NULL, 0);
	json_close(&j, ']');
	json_text(&j, "empty", STR(""));
	json_close(&j, '}');
	is(t, buf_str(&b),
		"{\"text\":\"a \\\"quoted\\\" \\\\ line\\nand \\u0001\",\"script\":\"<\\/script> 1/2\",\"number\":-12,"
		"\"list\":[1,{},0],\"empty\":\"\"}",
		"everything at once");
	buf_free(&b);
}

/* What would end a script element, or hide its end, must not come out as it stands. */
static void
test_script(struct tap *t)
{
	static const char *const texts[][2] = {
		{ "</script>", "\"<\\/script>\"" },
		{ "<<//", "\"<<\\//\"" },
		{ "<!--<script>", "\"\\u003c!--<script>\"" },
		{ "<!</!", "\"\\u003c!<\\/!\"" },
		{ "<\\/", "\"<\\\\/\"" },
		{ "a < b / c !", "\"a < b / c !\"" },
		{ "<", "\"<\"" },
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct buf b = { 0 };
		struct json j = { .out = &b };

		json_text(&j, NULL, str_of(texts[i][0]));
		is(t, buf_str(&b), texts[i][1], texts[i][0]);
		ok(t, str_find(buf_str(&b), STR("</")) == STR_NPOS && str_find(buf_str(&b), STR("<!")) == STR_NPOS,
			"a script element may hold it");
		buf_clear(&b);
		j = (struct json){ .out = &b };
		json_open(&j, NULL, '{');
		json_number(&j, texts[i][0], 1);
		json_close(&j, '}');
		ok(t, str_find(buf_str(&b), STR("</")) == STR_NPOS && str_find(buf_str(&b), STR("<!")) == STR_NPOS,
			"as a key too");
		buf_free(&b);
	}
}

int
main(void)
{
	struct tap t = { 0 };

	test_all(&t);
	test_script(&t);
	return done(&t);
}

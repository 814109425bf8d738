#include "base/json.h"

#include "tap.h"

int
main(void)
{
	struct tap t = { 0 };
	struct buf b = { 0 };
	struct json j = { .out = &b };

	json_open(&j, NULL, '{');
	json_string(&j, "text", STR("a \"quoted\" \\ line\nand \x01"));
	json_string(&j, "script", STR("</script> 1/2"));
	json_number(&j, "number", -12);
	json_open(&j, "list", '[');
	json_bool(&j, NULL, true);
	json_open(&j, NULL, '{');
	json_close(&j, '}');
	json_bool(&j, NULL, false);
	json_close(&j, ']');
	json_string(&j, "empty", STR(""));
	json_close(&j, '}');
	is(&t, buf_str(&b),
		"{\"text\":\"a \\\"quoted\\\" \\\\ line\\nand \\u0001\",\"script\":\"<\\/script> 1/2\",\"number\":-12,"
		"\"list\":[true,{},false],\"empty\":\"\"}",
		"everything at once");
	buf_free(&b);
	return done(&t);
}

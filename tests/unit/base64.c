#include "base/base64.h"

#include "tap.h"

/* RFC 4648, section 10. */
static const char *const vectors[][2] = {
	{ "", "" },
	{ "f", "Zg==" },
	{ "fo", "Zm8=" },
	{ "foo", "Zm9v" },
	{ "foob", "Zm9vYg==" },
	{ "fooba", "Zm9vYmE=" },
	{ "foobar", "Zm9vYmFy" },
};

static void
test_all_bytes(struct tap *t, struct arena *a)
{
	char bytes[256];
	struct str all = { bytes, sizeof(bytes) }, back;
	struct buf b = { 0 };

	for (int i = 0; i < 256; i++)
		bytes[i] = (char)i;
	base64_encode(&b, all);
	back = base64_decode(a, buf_str(&b));
	ok(t, str_eq(back, all), "every byte comes back");
	buf_free(&b);
}

int
main(void)
{
	struct tap t = { 0 };
	struct arena a = { 0 };

	for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		struct buf b = { 0 };

		base64_encode(&b, str_of(vectors[i][0]));
		ok(&t, str_is(buf_str(&b), vectors[i][1]), "encoding");
		is(&t, base64_decode(&a, str_of(vectors[i][1])), vectors[i][0], "decoding");
		buf_free(&b);
	}
	test_all_bytes(&t, &a);
	is(&t, base64_decode(&a, STR("Zm9v\r\n YmFy")), "foobar", "lines and blanks inside");
	is(&t, base64_decode(&a, STR("Zm8")), "fo", "padding that is missing");
	is(&t, base64_decode(&a, STR("Zm8=Zm8=")), "(none)", "padding in the middle");
	is(&t, base64_decode(&a, STR("Zm9vY")), "(none)", "a digit too many");
	is(&t, base64_decode(&a, STR("Zm$v")), "(none)", "what is no digit");
	arena_free(&a);
	return done(&t);
}

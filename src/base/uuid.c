#include "base/uuid.h"

struct str
uuid_of_hash(struct arena *a, const uint8_t *sum)
{
	return arena_printf(a, "urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", sum[0],
		sum[1], sum[2], sum[3], sum[4], sum[5], (sum[6] & 0x0F) | 0x80, sum[7], (sum[8] & 0x3F) | 0x80, sum[9],
		sum[10], sum[11], sum[12], sum[13], sum[14], sum[15]);
}

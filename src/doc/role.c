#include "doc/role.h"

static const struct {
	const char *token, *style;
	enum role_where where;
} roles[ROLE_COUNT] = {
#define X(id, token, style, where) [ROLE_##id] = { token, style, ROLE_ON_##where },
	ROLES(X)
#undef X
};

const char *
role_token(enum role role)
{
	return roles[role].token;
}

const char *
role_style(enum role role)
{
	return roles[role].style;
}

enum role_where
role_where(enum role role)
{
	return roles[role].where;
}

enum role
role_of_token(struct str token)
{
	for (enum role r = ROLE_NONE + 1; r < ROLE_COUNT; r++)
		if (str_is(token, roles[r].token))
			return r;
	return ROLE_NONE;
}

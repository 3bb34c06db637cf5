// SPDX-License-Identifier: GPL-2.0-or-later
//
// Compiled by a test as if it lay in search/query: what lies there can be included, what lies above
// cannot.
#include "search/query/query.h"

#include "search/plan/plan.h"

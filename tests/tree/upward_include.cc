// SPDX-License-Identifier: GPL-2.0-or-later
//
// Compiled by a test as if it lay in search/query: headers of that room can be included, headers of
// rooms above cannot.
#include "search/plan/plan.h"
#include "search/query/query.h"

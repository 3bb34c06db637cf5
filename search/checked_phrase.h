// SPDX-License-Identifier: GPL-2.0-or-later
//
// Phrases that stay phrases beside filters. Names Xapian: search internals only.
//
// Xapian 1.4.22 asks the parts of an OR beside a filter with check() and, once it knows a least
// weight, goes on with skip_to(); SelectPostList::skip_to (matcher/selectpostlist.cc) then takes a
// passage that its check() had turned down, so that words far apart score as a phrase.
#pragma once

#include <xapian.h>

namespace ibid {

// The same query behind an AND_NOT that excludes nothing: AndNotPostList has no check() of its own
// and always calls skip_to().
Xapian::Query checked_phrase(const Xapian::Query& phrase);

}  // namespace ibid

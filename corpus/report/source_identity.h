// SPDX-License-Identifier: GPL-2.0-or-later
//
// What identifies a source that has no id of its own: its address, else its words. The same in
// every report that lists it.
//
//   by address   the URL without what does not change the page: scheme https for http, host in
//                small letters without "www." and default port, no tracking parameters ("utm_…",
//                "fbclid", …, in corpus/word_lists/tracking_parameters.txt), no fragment (unless it
//                begins with "!" or "/", where pages of one address differ by it), no "/" at the
//                end
//   by words     "ref-" and 16 hex digits: the first of the SHA-256 of the entry's letters and
//                digits, in small letters, without its number, address and date of access
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// True for text that begins with "http://", "https://" (any case) or "www.".
bool begins_like_url(std::string_view text);

// The URL by which addresses are compared; empty if `url` is not an http(s) or "www." address with
// a host. It comes back unchanged from a second call.
std::string canonical_url(std::string_view url);

// `words`: of an entry of a source list, without number, address and date of access.
std::string identity_of_words(std::string_view words);

// True for what identity_of_words() returns.
bool is_identity_of_words(std::string_view text);

}  // namespace ibid

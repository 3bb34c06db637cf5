// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the fields of a mail's head say: RFC 2047 words, RFC 2231 parameters, names of people.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// A field as in the mail, maybe of several lines -> one line of text. Words of one charset that
// stand side by side are decoded as one: many programs cut Korean characters between two.
std::string header_words(std::string_view raw);

// The value of a parameter ("filename" of Content-Disposition), also in pieces ("filename*0*=…"),
// with a charset, or as words of RFC 2047; empty if there is none.
std::string header_parameter(std::string_view raw, std::string_view name);

// The names in a field of addresses, ", " between; of people without a name their address.
std::string header_people(std::string_view raw);

}  // namespace ibid

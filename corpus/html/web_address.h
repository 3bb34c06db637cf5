// SPDX-License-Identifier: GPL-2.0-or-later
//
// Addresses in the attributes of a page (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace ibid::html {

// http or https, with a host.
bool is_web_address(std::string_view address);
// The address that `reference` has in a document at `base`: as written if it is absolute; empty if
// it is not an http or https address, leads into the same document, or is relative without a base.
std::string resolved(std::string_view reference, std::string_view base);
// In lower case, without "www." and a port; empty if it is not a web address.
std::string host_of(std::string_view address);
// "%EA%B0%80" is "가"; what is not UTF-8 stays as written.
std::string percent_decoded(std::string_view text);

}  // namespace ibid::html

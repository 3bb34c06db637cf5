// SPDX-License-Identifier: GPL-2.0-or-later
//
// Addresses of our own pages: the whole state of a page is in its address, so each link is the
// address of what it leads to. Pure.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "tools/serve/messages/http_message.h"

namespace ibid {

// "/source?id=a%20b&lang=ko". `path` is as a request has it, decoded. ASCII only.
std::string page_address(std::string_view path, const HttpFields& fields);

// Copies of `fields` in which one more has, or none has, this name and value.
HttpFields fields_with(const HttpFields& fields, std::string_view name, std::string_view value);
HttpFields fields_without(const HttpFields& fields, std::string_view name, std::string_view value);
// Without any of these names.
HttpFields fields_without(const HttpFields& fields, std::initializer_list<std::string_view> names);

}  // namespace ibid

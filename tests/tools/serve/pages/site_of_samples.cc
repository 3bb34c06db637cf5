// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/tools/serve/pages/site_of_samples.h"

#include <gmock/gmock.h>

namespace ibid::testing {
namespace {

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

Site::Site(const std::string& index_dir)
    : index_(index_dir), options_{&index_}, service_(make_page_service(options_)) {}

HttpResponse Site::get(const std::string& path, const HttpFields& query) {
  return service_->answer({HttpMethod::kGet, path, query, {}, ""});
}

ReadPage Site::page(const std::string& path, const HttpFields& query, int status) {
  const HttpResponse response = get(path, query);
  EXPECT_EQ(response.status, status) << path;
  EXPECT_THAT(page_faults(response.body), ::testing::IsEmpty()) << path;
  return read_page(response.body);
}

HttpRequest request_of(const std::string& address) {
  HttpRequest request;
  const std::string whole = address.substr(0, address.find('#'));
  request.path = decoded(whole.substr(0, whole.find('?')));
  std::size_t at = whole.find('?');
  while (at != std::string::npos) {
    const std::size_t end = whole.find('&', at + 1);
    const std::string field = whole.substr(at + 1, end - at - 1);
    const std::size_t equals = field.find('=');
    request.query.emplace_back(decoded(field.substr(0, equals)), decoded(field.substr(equals + 1)));
    at = end;
  }
  return request;
}

const TestIndex& sample_index() {
  static const TestIndex* index = [] {
    auto* made = new TestIndex;
    made->update({std::string(IBID_SOURCE_DIR) + "/corpus/samples"});
    return made;
  }();
  return *index;
}

Site& site_of_samples() {
  static Site* site = new Site(sample_index().index());
  return *site;
}

}  // namespace ibid::testing

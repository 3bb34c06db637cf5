// SPDX-License-Identifier: GPL-2.0-or-later
//
// CSV (RFC 4180) and TSV. A TSV cell has no quotes and no escapes: tabs and line ends in a value
// become spaces.
#include "search/export/export_fields.h"
#include "search/export/render_export.h"
#include "search/render/escape_terminal.h"

namespace ibid {
namespace {

class Rows : public ExportRenderer {
 public:
  Rows(ExportWhat what, const Fields& fields) : what_(what), fields_(fields_of(what, fields)) {}

  std::string begin() override {
    std::vector<std::string> names;
    for (const ExportField* field : fields_) names.emplace_back(field->name);
    return line(names);
  }

  void report(const ExportedReport& report, const WriteText& write) override {
    for_each_row(what_, report, [&](const ExportRow& row) { write(line(cells(row))); });
  }

  std::string source(const SourceSummary& source) override {
    ExportRow row;
    row.source = &source;
    return line(cells(row));
  }

 protected:
  virtual std::string line(const std::vector<std::string>& cells) const = 0;

 private:
  std::vector<std::string> cells(const ExportRow& row) const {
    std::vector<std::string> out;
    out.reserve(fields_.size());
    for (const ExportField* field : fields_) out.push_back(cell_text(field->value(row)));
    return out;
  }

  ExportWhat what_;
  std::vector<const ExportField*> fields_;
};

class Csv final : public Rows {
 public:
  Csv(ExportWhat what, const Fields& fields, CsvShape shape) : Rows(what, fields), shape_(shape) {}

  std::string begin() override { return std::string(csv_start(shape_.start)) + Rows::begin(); }

 protected:
  std::string line(const std::vector<std::string>& cells) const override {
    return csv_row(cells, shape_.cells);
  }

 private:
  CsvShape shape_;
};

class Tsv final : public Rows {
 public:
  using Rows::Rows;

 protected:
  std::string line(const std::vector<std::string>& cells) const override {
    std::string out;
    for (const std::string& cell : cells) {
      if (&cell != &cells.front()) out += '\t';
      out += escape_prose(cell);
    }
    return out + "\n";
  }
};

}  // namespace

std::unique_ptr<ExportRenderer> export_csv(ExportWhat what, const Fields& fields, CsvShape shape) {
  return std::make_unique<Csv>(what, fields, shape);
}

std::unique_ptr<ExportRenderer> export_tsv(ExportWhat what, const Fields& fields) {
  return std::make_unique<Tsv>(what, fields);
}

}  // namespace ibid

// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/update/model_world.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid::testing {
namespace {

const std::vector<std::string> kNames = {"alpha.txt", "beta.md", "보고서.txt", "협정 2024.md",
                                         "gamma.text"};
const std::vector<std::string> kSubfolders = {"", "/sub", "/하위"};
constexpr std::size_t kMostFiles = 16;
const std::string kAway = ".away";

ModelText report_of(std::vector<std::string> passages) {
  return {report_with("Daily report, 일일 보고서", passages), std::move(passages)};
}

}  // namespace

ModelWorld::ModelWorld(std::uint32_t seed) : random_(seed) {
  for (const char* name : {"north", "south", "동쪽"}) {
    roots_.push_back(at(name));
    for (const std::string& sub : kSubfolders) {
      fs::create_directories(roots_.back() + sub);
      model_.folders.insert(roots_.back() + sub);
    }
  }
}

std::string ModelWorld::change() {
  using Change = std::string (ModelWorld::*)();
  static const std::vector<Change> changes = {&ModelWorld::add,
                                              &ModelWorld::add,
                                              &ModelWorld::edit,
                                              &ModelWorld::edit_of_same_size_and_time,
                                              &ModelWorld::edit_of_same_size_and_time,
                                              &ModelWorld::touch,
                                              &ModelWorld::rename,
                                              &ModelWorld::swap,
                                              &ModelWorld::copy,
                                              &ModelWorld::hard_link,
                                              &ModelWorld::remove,
                                              &ModelWorld::turn_binary,
                                              &ModelWorld::turn_back,
                                              &ModelWorld::turn_back,
                                              &ModelWorld::move_folder,
                                              &ModelWorld::unmount_or_mount};
  if (model_.disk.empty()) return add();
  return (this->*one_of(changes))();
}

std::string ModelWorld::some_path() {
  if (!model_.disk.empty() && once_in(6)) return some_file();
  const std::string sub = once_in(3) ? one_of(kSubfolders) : "";
  return one_of(roots_) + sub;
}

// ---- texts and places -----------------------------------------------------------------

// English, Korean and mixed; the serial number has five digits and comes before any other.
ModelText ModelWorld::some_text() {
  if (once_in(20)) return {};
  std::vector<std::string> passages;
  for (std::size_t left = 1 + below(4); left > 0; --left) {
    const std::string serial = std::to_string(serial_++);
    passages.push_back(one_of<std::string>({"Pact " + serial + " was signed by four ministers.",
                                            "협정 " + serial + "호에 장관 네 명이 서명했다.",
                                            "The 협정 " + serial + " covers 미사일 S-400."}));
  }
  return report_of(std::move(passages));
}

std::string ModelWorld::some_place() {
  std::string folder;
  do {
    const std::string& sub = one_of(kSubfolders);
    folder = one_of(roots_) + sub;
  } while (!model_.folders.contains(folder) || !fs::exists(folder));
  return folder + "/" + one_of(kNames);
}

std::string ModelWorld::some_file() {
  return std::next(model_.disk.begin(), static_cast<std::ptrdiff_t>(below(model_.disk.size())))
      ->first;
}

// Files that are one by a hard link change together.
void ModelWorld::write(const std::string& path, ModelText text) {
  write_file(path, text.bytes);
  model_.disk[path] = text;
  for (auto& [other, there] : model_.disk) {
    if (fs::equivalent(other, path)) there = text;
  }
}

// ---- files ----------------------------------------------------------------------------

std::string ModelWorld::add() {
  if (model_.disk.size() >= kMostFiles) return remove();
  const std::string path = some_place();
  write(path, some_text());
  return "write " + path;
}

std::string ModelWorld::edit() {
  const std::string path = some_file();
  write(path, some_text());
  return "edit " + path;
}

std::string ModelWorld::edit_of_same_size_and_time() {
  const std::string path = some_file();
  ModelText text = model_.disk.at(path);
  if (text.passages.empty()) return touch();
  for (std::string& passage : text.passages) {
    passage.replace(passage.find_first_of("0123456789"), 5, std::to_string(serial_++));
  }
  const auto time = fs::last_write_time(path);
  write(path, report_of(std::move(text.passages)));
  fs::last_write_time(path, time);
  return "edit, keeping size and time, " + path;
}

std::string ModelWorld::touch() {
  const std::string path = some_file();
  touch_file(path);
  return "touch " + path;
}

std::string ModelWorld::rename() {
  const std::string from = some_file(), to = some_place();
  if (from == to) return touch();
  if (model_.disk.contains(to) && fs::equivalent(from, to)) return touch();  // rename does nothing
  fs::rename(from, to);
  model_.disk[to] = model_.disk.at(from);
  model_.disk.erase(from);
  return "rename " + from + " to " + to;
}

std::string ModelWorld::swap() {
  const std::string a = some_file(), b = some_file();
  if (fs::equivalent(a, b)) return touch();
  const std::string between = at("between");
  fs::rename(a, between);
  fs::rename(b, a);
  fs::rename(between, b);
  std::swap(model_.disk.at(a), model_.disk.at(b));
  return "swap " + a + " and " + b;
}

std::string ModelWorld::copy() {
  if (model_.disk.size() >= kMostFiles) return remove();
  const std::string from = some_file(), to = some_place();
  if (model_.disk.contains(to)) return touch();
  const auto time = fs::last_write_time(from);
  write(to, model_.disk.at(from));
  if (once_in(2)) fs::last_write_time(to, time);
  return "copy " + from + " to " + to;
}

std::string ModelWorld::hard_link() {
  if (model_.disk.size() >= kMostFiles) return remove();
  const std::string from = some_file(), to = some_place();
  if (model_.disk.contains(to)) return touch();
  fs::create_hard_link(from, to);
  model_.disk[to] = model_.disk.at(from);
  return "link " + from + " to " + to;
}

std::string ModelWorld::remove() {
  const std::string path = some_file();
  fs::remove(path);
  model_.disk.erase(path);
  return "remove " + path;
}

std::string ModelWorld::turn_binary() {
  const std::string path = some_file();
  const ModelText& text = model_.disk.at(path);
  if (text.kind == ModelText::Kind::kReport) before_binary_[path] = text;
  write(path, {std::string(100, '\0') + std::to_string(serial_++), {}, ModelText::Kind::kBinary});
  return "turn binary " + path;
}

std::string ModelWorld::turn_back() {
  for (const auto& [path, text] : model_.disk) {
    if (text.kind != ModelText::Kind::kBinary) continue;
    const auto before = before_binary_.find(path);
    const std::string changed = path;
    write(changed, before != before_binary_.end() ? before->second : some_text());
    return "turn back into text " + changed;
  }
  return touch();
}

// As many files at once as a folder has, among them copies of each other.
std::string ModelWorld::move_folder() {
  const std::string some = some_file();
  const std::string from = fs::path(some).parent_path().string();
  const std::string to = fs::path(some_place()).parent_path().string();
  if (from == to) return touch();
  const Texts before = model_.disk;
  for (const auto& [path, text] : before) {
    const std::string there = to + "/" + fs::path(path).filename().string();
    if (fs::path(path).parent_path() != from || model_.disk.contains(there)) continue;
    fs::rename(path, there);
    model_.disk[there] = text;
    model_.disk.erase(path);
  }
  return "move the files of " + from + " to " + to;
}

// ---- folders --------------------------------------------------------------------------

void ModelWorld::rename_folder(const std::string& from, const std::string& to) {
  const auto moved = [&](const std::string& path) {
    return IndexModel::is_below(path, from) ? to + path.substr(from.size()) : path;
  };
  fs::rename(from, to);
  Texts disk;
  for (auto& [path, text] : model_.disk) disk[moved(path)] = std::move(text);
  std::set<std::string> folders;
  for (const std::string& path : model_.folders) folders.insert(moved(path));
  model_.disk = std::move(disk);
  model_.folders = std::move(folders);
}

// An unmounted disk is a folder that is missing, or an empty one. One root is always there.
std::string ModelWorld::unmount_or_mount() {
  const std::string root = roots_[below(2)];
  if (!fs::exists(root + kAway)) {
    rename_folder(root, root + kAway);
    if (once_in(2)) return "unmount " + root;
    fs::create_directory(root);
    model_.folders.insert(root);
    return "unmount, leaving an empty folder, " + root;
  }
  if (std::any_of(model_.disk.begin(), model_.disk.end(),
                  [&](const auto& file) { return IndexModel::is_below(file.first, root); })) {
    return touch();
  }
  if (model_.folders.erase(root) != 0) fs::remove(root);
  rename_folder(root + kAway, root);
  return "mount " + root;
}

}  // namespace ibid::testing

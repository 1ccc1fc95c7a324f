// SPDX-License-Identifier: Apache-2.0
#include "core/records/content_type.hpp"

#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records {
namespace {

using namespace std::string_view_literals;

struct Magic
{
    std::size_t offset;
    std::string_view bytes;
    std::string_view type;
};

constexpr auto kMagics = std::to_array<Magic>({
    {0, "%PDF-"sv, "application/pdf"},
    {0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    {0, "\xFF\xD8\xFF"sv, "image/jpeg"},
    {0, "GIF87a"sv, "image/gif"},
    {0, "GIF89a"sv, "image/gif"},
    {0, "II*\0"sv, "image/tiff"},
    {0, "MM\0*"sv, "image/tiff"},
    {8, "WEBP"sv, "image/webp"},
    {8, "WAVE"sv, "audio/wav"},
    {128, "DICM"sv, "application/dicom"},
    {0, "PK\x03\x04"sv, "application/zip"},
    {0, "PK\x05\x06"sv, "application/zip"},
    {0, "\x1F\x8B"sv, "application/gzip"},
    {0, "{\\rtf"sv, "application/rtf"},
    {4, "ftyp"sv, "video/mp4"},
    {0, "\x1A\x45\xDF\xA3"sv, "video/webm"},
    {0, "ID3"sv, "audio/mpeg"},
    {0, "OggS"sv, "audio/ogg"},
    {0, "BM"sv, "image/bmp"},
});

struct TypeWords
{
    std::string_view type;
    std::string_view extension;
    std::string_view words;
};

constexpr auto kTypes = std::to_array<TypeWords>({
    {"application/dicom", "dcm", "Scan (DICOM)"},
    {"application/gzip", "gz", "Packed file"},
    {"application/json", "json", "JSON file"},
    {"application/pdf", "pdf", "PDF document"},
    {"application/rtf", "rtf", "Text document"},
    {"application/xml", "xml", "XML document"},
    {"application/zip", "zip", "Packed files"},
    {"audio/mpeg", "mp3", "Sound recording"},
    {"audio/ogg", "ogg", "Sound recording"},
    {"audio/wav", "wav", "Sound recording"},
    {"image/bmp", "bmp", "Picture"},
    {"image/gif", "gif", "Picture"},
    {"image/jpeg", "jpg", "Picture"},
    {"image/png", "png", "Picture"},
    {"image/tiff", "tif", "Picture"},
    {"image/webp", "webp", "Picture"},
    {"text/html", "html", "Web page"},
    {"text/plain", "txt", "Text document"},
    {"video/mp4", "mp4", "Video"},
    {"video/webm", "webm", "Video"},
});

const TypeWords *find(std::string_view type)
{
    const auto found = std::ranges::lower_bound(kTypes, type, {}, &TypeWords::type);
    return found != kTypes.end() && found->type == type ? &*found : nullptr;
}

std::string lowerStart(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    std::string start{text.substr(std::min(first, text.size()), 64)};
    std::ranges::transform(start, start.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return start;
}

std::string_view sniffText(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    const bool readable
        = isUtf8(text) && std::ranges::none_of(text, [](char c) {
              const auto byte = static_cast<unsigned char>(c);
              return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
          });
    if (!readable || text.empty()) {
        return "application/octet-stream";
    }
    const std::string start = lowerStart(text);
    if (start.starts_with("<!doctype html") || start.starts_with("<html")) {
        return "text/html";
    }
    if (start.starts_with("<?xml") || start.starts_with("<clinicaldocument")) {
        return "application/xml";
    }
    const auto last = text.find_last_not_of(" \t\r\n");
    if (start.starts_with('{') && last != std::string_view::npos && text[last] == '}') {
        return "application/json";
    }
    return "text/plain";
}

} // namespace

std::string_view sniffContentType(ByteView content)
{
    const std::string_view text = textOf(content);
    for (const Magic &magic : kMagics) {
        if (text.size() >= magic.offset && text.substr(magic.offset).starts_with(magic.bytes)) {
            return magic.type;
        }
    }
    return sniffText(text);
}

std::string_view extensionFor(std::string_view contentType)
{
    const TypeWords *known = find(contentType);
    return known == nullptr ? "bin" : known->extension;
}

std::string_view wordsForContentType(std::string_view contentType)
{
    const TypeWords *known = find(contentType);
    return known == nullptr ? "File" : known->words;
}

} // namespace keepwell::records

#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

namespace consilium::pixels
{

/// The bytes of a frame: its own or, in the decode helper, a place in the block of memory that it shares with the
/// program, so that nothing is copied on the way. A copy always has its own.
class SampleBytes
{
public:
    SampleBytes() = default;
    SampleBytes(std::initializer_list<std::uint8_t> bytes) : m_own(bytes) {}
    SampleBytes(std::vector<std::uint8_t> bytes) : m_own(std::move(bytes)) {}
    SampleBytes(const SampleBytes &other) : m_own(other.begin(), other.end()) {}
    SampleBytes(SampleBytes &&) noexcept = default;
    SampleBytes &operator=(const SampleBytes &other)
    {
        if (this != &other) {
            m_own.assign(other.begin(), other.end());
            m_place = {};
        }
        return *this;
    }
    SampleBytes &operator=(SampleBytes &&) noexcept = default;
    ~SampleBytes() = default;

    /// So many zeros, in `place` where that has the room.
    void resize(std::size_t count, std::span<std::uint8_t> place = {})
    {
        m_place = {};
        m_own.clear();
        if (count == 0 || count > place.size()) {
            m_own.resize(count);
        } else {
            m_place = place.first(count);
            std::memset(m_place.data(), 0, count);
        }
    }
    void assign(const std::uint8_t *first, const std::uint8_t *last)
    {
        m_place = {};
        m_own.assign(first, last);
    }
    void assign(std::size_t count, std::uint8_t value)
    {
        m_place = {};
        m_own.assign(count, value);
    }
    [[nodiscard]] bool isOwn() const { return m_place.empty(); }
    [[nodiscard]] std::size_t size() const { return isOwn() ? m_own.size() : m_place.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] std::size_t capacity() const { return m_own.capacity(); }
    [[nodiscard]] std::uint8_t *data() { return isOwn() ? m_own.data() : m_place.data(); }
    [[nodiscard]] const std::uint8_t *data() const { return isOwn() ? m_own.data() : m_place.data(); }
    [[nodiscard]] std::uint8_t *begin() { return data(); }
    [[nodiscard]] std::uint8_t *end() { return data() + size(); }
    [[nodiscard]] const std::uint8_t *begin() const { return data(); }
    [[nodiscard]] const std::uint8_t *end() const { return data() + size(); }
    [[nodiscard]] std::uint8_t &operator[](std::size_t i) { return data()[i]; }
    [[nodiscard]] std::uint8_t operator[](std::size_t i) const { return data()[i]; }
    friend bool operator==(const SampleBytes &a, const SampleBytes &b)
    {
        return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0);
    }

private:
    std::vector<std::uint8_t> m_own;
    std::span<std::uint8_t> m_place; ///< empty: its own
};

} // namespace consilium::pixels

/// Years as people write them: 2024–2026, 2028.
enum YearSpans {
    static func words(_ years: [Int]) -> String {
        var spans: [(first: Int, last: Int)] = []
        for year in years.sorted() {
            if let last = spans.last, last.last == year - 1 {
                spans[spans.count - 1].last = year
            } else {
                spans.append((year, year))
            }
        }
        // Joiners keep the years of a span on one line.
        let words = spans.map { span in
            span.first == span.last ? String(span.first) : "\(span.first)\u{2060}–\u{2060}\(span.last)"
        }
        return words.joined(separator: ", ")
    }
}

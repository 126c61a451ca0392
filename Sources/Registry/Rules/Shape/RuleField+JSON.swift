import Kernel

extension RuleField {
    /// The answers that a value of JSON stands for, by the names of the questions.
    func texts(_ value: PlainJSON?) -> EditTexts {
        guard let value else { return [:] }
        switch (kind, value) {
        case (.number(let decimals, _), .integer(let number)):
            return [name: EditTexts.number(number, decimals: decimals)]
        case (_, .integer(let number)): return [name: String(number)]
        case (_, .text(let text)): return [name: text]
        case (.lines(let columns), .list(let lines)):
            return numbered(lines) { line in
                guard case .object(let object) = line else { return [:] }
                return columns.reduce(into: [:]) { texts, column in
                    texts.merge(column.texts(object[column.name])) { first, _ in first }
                }
            }
        case (.pairs(let key, let item), .object(let object)):
            return numbered(object.sorted { $0.key < $1.key }) { pair in
                item.texts(pair.value).merging([key.name: pair.key]) { first, _ in first }
            }
        default: return [:]
        }
    }

    private func numbered<T>(_ lines: [T], _ texts: (T) -> EditTexts) -> EditTexts {
        var out: EditTexts = [:]
        for (index, line) in lines.enumerated() {
            for (name, text) in texts(line) { out["\(self.name)-\(index + 1)-\(name)"] = text }
        }
        return out
    }

    /// The value of JSON that the answers stand for; nil where they are left empty or wrong, which is noted.
    func value(_ reader: inout FieldReader, as name: String) -> PlainJSON? {
        switch kind {
        case .number(let decimals, let range):
            return reader.number(name, decimals: decimals, in: range, optional: isOptional)
                .map { .integer($0) }
        case .day: return reader.day(name, optional: isOptional).map { .text($0.description) }
        case .sign: return text(reader.words(name, optional: isOptional))
        case .choice(let choices, let asNumber):
            let code = reader.choice(name, choices.map(\.code), optional: isOptional)
            return asNumber ? Int(code).map { .integer($0) } : text(code)
        case .lines(let columns): return .list(lines(columns, &reader).map { .object($0) })
        case .pairs(let key, let item): return .object(pairs(key, item, &reader))
        }
    }

    private func text(_ text: String) -> PlainJSON? { text.isEmpty ? nil : .text(text) }

    /// The lines that have any answer; a line that is left empty falls out.
    private func lines(_ columns: [RuleField], _ reader: inout FieldReader) -> [[String: PlainJSON]] {
        let count = RuleField.lines(of: name, reader.typed)
        guard count > 0 else {
            if !isOptional, let first = columns.first {
                reader.fail("\(name)-1-\(first.name)", .missingAnswer)
            }
            return []
        }
        return (1...count).compactMap { line in
            let names = columns.map { "\(name)-\(line)-\($0.name)" }
            guard names.contains(where: { !(reader.typed[$0] ?? "").trimmed.isEmpty }) else { return nil }
            var object: [String: PlainJSON] = [:]
            for (column, name) in zip(columns, names) {
                object[column.name] = column.value(&reader, as: name)
            }
            return object
        }
    }

    private func pairs(
        _ key: RuleField,
        _ item: RuleField,
        _ reader: inout FieldReader
    ) -> [String: PlainJSON] {
        var object: [String: PlainJSON] = [:]
        for (index, line) in lines([key, item], &reader).enumerated() {
            guard case .text(let sign)? = line[key.name], let value = line[item.name] else { continue }
            if object.updateValue(value, forKey: sign) != nil {
                let words = Text(
                    lv: "„\(sign)” ir norādīts divreiz.",
                    en: "“\(sign)” is given twice."
                )
                reader.fail("\(name)-\(index + 1)-\(key.name)", words)
            }
        }
        return object
    }
}

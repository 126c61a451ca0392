internal import Frame
internal import Kernel
internal import Pages

/// What is wrong with the answers of a form, by the name of the question, so that one round tells all of it.
struct FormFaults {
    private var faults: [(field: String, refusal: Refusal)] = []

    /// Whether all is well.
    var isEmpty: Bool { faults.isEmpty }

    /// Notes what is wrong with an answer.
    mutating func note(_ field: String, _ refusal: Refusal) {
        faults.append((field, refusal))
    }

    /// What an answer gives; nil where it is refused, which is noted.
    mutating func read<T>(_ field: String, _ answer: () throws(Refusal) -> T) -> T? {
        do {
            return try answer()
        } catch {
            note(field, error)
            return nil
        }
    }

    /// A day that may be left out.
    mutating func day(_ field: String, _ request: PageRequest) -> Day? {
        read(field) { () throws(Refusal) -> Day? in try request.day(field) } ?? nil
    }

    /// All of it in sentences, where it stands apart from its fields.
    func words(_ language: Language) -> String {
        faults.map { $0.refusal.words(language) }.joined(separator: " ")
    }

    /// A question with what is wrong with its answer.
    func told(_ field: Field, _ language: Language) -> Form.Part {
        var field = field
        field.error = faults.first { $0.field == field.name }?.refusal.words(language)
        return .field(field)
    }
}

import Frame
import Kernel
import Pages

/// What the steps of the wizard hand on to each other: numbers and names of formats, nothing about persons.
struct ImportTicket: Sendable {
    var uploads: [Int]
    var format: String
    var mapping: String
    var year: String
    var term: String
    /// The institution whose data the files are; empty where it goes without saying.
    var institution: String
    /// What a blank cell of a journal means; empty for nothing.
    var blank: String
    /// The encoding of text files; empty where it is found out.
    var encoding = ""
    /// What becomes of spoiled letters; empty where nobody has said.
    var letters = ""
    /// The number of the sheet, 0 for all; empty where the mapping says it.
    var sheet = ""
    /// The last line of the headings, 0 where it is found out; empty where the mapping says it.
    var heading = ""

    /// What the first form sent.
    init(_ request: PageRequest, uploads: [Int]) {
        self.uploads = uploads
        format = request.field("format")
        mapping = request.field("mapping")
        year = request.field("year")
        term = request.field("term")
        institution = request.field("institution")
        blank = request.field("blank")
    }

    /// What stands in an address, or in a form's hidden fields.
    init(_ values: (String) -> String) throws(Refusal) {
        uploads = values("uploads").split(separator: ",").compactMap { Int($0) }
        guard !uploads.isEmpty, uploads.count <= 20 else { throw .noSuchPage }
        format = values("format")
        mapping = values("mapping")
        year = values("year")
        term = values("term")
        institution = values("institution")
        blank = values("blank")
        encoding = values("encoding")
        letters = values("letters")
        sheet = values("sheet")
        heading = values("heading")
    }

    /// All values by name; empty ones are left out.
    var values: [(name: String, value: String)] {
        let uploads = uploads.map { String($0) }.joined(separator: ",")
        let all = [
            ("uploads", uploads), ("format", format), ("mapping", mapping), ("year", year), ("term", term),
            ("institution", institution), ("blank", blank), ("encoding", encoding), ("letters", letters),
            ("sheet", sheet), ("heading", heading),
        ]
        return all.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    /// An address that carries the ticket.
    func address(_ path: String) -> Address {
        values.reduce(Address(path)) { $0.adding($1.name, $1.value) }
    }

    /// The import that it asks for.
    var request: ImportRequest {
        var request = ImportRequest(uploads: uploads)
        request.format = format.isEmpty ? nil : format
        request.mapping = mapping.isEmpty ? nil : mapping
        request.constants["year"] = year.isEmpty ? nil : year
        request.constants["term"] = term.isEmpty ? nil : term
        request.constants[Mapping.blankConstant] = blank.isEmpty ? nil : blank
        request.encoding = encoding.isEmpty ? nil : encoding
        request.letters = letters.isEmpty ? nil : letters
        var changes = MappingChanges()
        (changes.sheet, changes.headingLine) = (Int(sheet), Int(heading))
        request.changes = changes == MappingChanges() ? nil : changes
        request.institution = max(0, Int(institution) ?? 0)
        return request
    }
}

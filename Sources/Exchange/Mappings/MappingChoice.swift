import Frame
import Kernel

/// Settles which format and which mapping a request is read with.
struct MappingChoice {
    let house: HouseBook
    /// The mappings that the tenant has saved.
    let saved: [Mapping]
    /// Whether a page asks: it says what to do without options of the command.
    var isOnPage = false

    /// All mappings: a saved one goes before a shipped one of its name.
    var all: [Mapping] {
        let names = Set(saved.map(\.name))
        return saved + house.rooms.flatMap { $0.mappings }.filter { !names.contains($0.name) }
    }

    /// The format, and the mapping with what the request adds to it.
    func choose(
        _ request: ImportRequest,
        _ files: [SourceFile]
    ) throws(Refusal) -> (format: any ImportFormat.Type, mapping: Mapping) {
        let named = try request.mapping.map(find)
        if let named, let format = request.format, named.format != format {
            throw isOnPage ? .foreignMapping(named, house) : .foreignMapping(named)
        }
        let formats = FormatChoice(formats: house.formats, isOnPage: isOnPage)
        let format = try formats.choose(request.format ?? named?.format, files)
        var mapping = named ?? usual(format)
        mapping.columns.merge(request.columns) { _, new in new }
        // An empty value says that what the mapping has does not hold for this import.
        mapping.constants.merge(request.constants) { _, new in new }
        mapping.constants = mapping.constants.filter { !$0.value.isEmpty }
        request.changes?.apply(to: &mapping, files)
        return (format, mapping)
    }

    /// The mapping with a name.
    func find(_ name: String) throws(Refusal) -> Mapping {
        if let mapping = all.first(where: { $0.name == name }) { return mapping }
        let names = all.map(\.name).sorted().joined(separator: ", ")
        throw Refusal(
            .unknown,
            Text(lv: "Nav kartējuma „\(name)”.", en: "There is no mapping “\(name)”."),
            advice: Text(lv: "Ir šādi: \(names).", en: "There are these: \(names).")
        )
    }

    /// The mapping that carries the format's own name; without one a plain mapping, which creates no persons
    /// and removes nothing.
    private func usual(_ format: any ImportFormat.Type) -> Mapping {
        all.first { $0.name == format.name && $0.format == format.name }
            ?? Mapping(format.name, format.title, format: format.name)
    }
}

extension Refusal {
    /// In the words of the lists from which both were chosen.
    fileprivate static func foreignMapping(_ mapping: Mapping, _ house: HouseBook) -> Refusal {
        let format = house.title(ofFormat: mapping.format)
        return Refusal(
            .usage,
            Text(
                lv: "Kartējums „\(mapping.title.lv)” ir faila veidam „\(format.lv)”.",
                en: "The mapping “\(mapping.title.en)” is for files of the kind “\(format.en)”."
            ),
            advice: Text(
                lv: "Izvēlieties tikai kartējumu vai tikai faila veidu.",
                en: "Choose the mapping alone, or the kind of file alone."
            )
        )
    }

    fileprivate static func foreignMapping(_ mapping: Mapping) -> Refusal {
        Refusal(
            .usage,
            Text(
                lv: "Kartējums „\(mapping.name)” ir formātam „\(mapping.format)”.",
                en: "The mapping “\(mapping.name)” is for the format “\(mapping.format)”."
            ),
            advice: Text(
                lv: "Izlaidiet formātu vai norādiet citu kartējumu.",
                en: "Leave the format out, or name another mapping."
            )
        )
    }
}

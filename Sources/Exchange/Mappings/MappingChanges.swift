package import Frame
internal import Tabular

/// What one import changes of its mapping besides columns and constants; nil leaves what the mapping says.
package struct MappingChanges: Sendable, Hashable, Codable {
    /// Which of several lines with one key counts.
    package var precedence: Mapping.Precedence?
    /// Whether rows that the file no longer has are removed.
    package var removes: Bool?
    /// Whether the source may create persons, classes and institutions.
    package var isMaster: Bool?
    /// Whether its totals are public already.
    package var isPublic: Bool?
    /// Whether a blank means "none"; false once somebody said what it means.
    package var blankMeansNone: Bool?
    /// The last line of the headings; 0 where it is to be found out.
    package var headingLine: Int?
    /// The sheet of the first file by its number from 1; 0 for all.
    package var sheet: Int?

    /// No change.
    package init() {}

    /// Where in the files the table stands and what a blank means, and nothing else.
    var place: MappingChanges {
        var place = MappingChanges()
        (place.headingLine, place.sheet, place.blankMeansNone) = (headingLine, sheet, blankMeansNone)
        return place
    }

    /// Everything but where in the files the table stands.
    var withoutPlace: MappingChanges {
        var changes = self
        (changes.headingLine, changes.sheet) = (nil, nil)
        return changes
    }

    /// The mapping as it is for this import.
    func apply(to mapping: inout Mapping, _ files: [SourceFile]) {
        mapping.precedence = precedence ?? mapping.precedence
        mapping.removes = removes ?? mapping.removes
        mapping.isMaster = isMaster ?? mapping.isMaster
        mapping.isPublic = isPublic ?? mapping.isPublic
        mapping.blankMeansNone = blankMeansNone ?? mapping.blankMeansNone
        if let headingLine { mapping.headingLine = headingLine > 0 ? headingLine : nil }
        if let sheet {
            let names = files.first?.sheets.map(\.info.name) ?? []
            mapping.sheet = names.indices.contains(sheet - 1) ? names[sheet - 1] : nil
        }
    }
}

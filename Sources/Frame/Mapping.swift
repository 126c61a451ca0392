package import Kernel

/// A saved way to read one source: which format, which column is which field, what the file does not say.
package struct Mapping: Sendable, Hashable, Codable {
    /// The stable name, as given on the command line.
    package var name: String
    /// What people call it, in Latvian and English.
    package var titleLv: String
    /// The English title.
    package var titleEn: String
    /// The format.
    package var format: String
    /// Headings by field code; a field that is absent is guessed from the headings.
    package var columns: [String: String]
    /// Values that the file does not carry, by field code: `year`, `term`, `measure`, `scale`.
    package var constants: [String: String]
    /// Which of several lines with one key counts.
    package var precedence: Precedence
    /// Whether rows that the file no longer has are removed within what it covers.
    package var removes: Bool
    /// Whether the source may create institutions, classes, pupils and staff.
    package var isMaster: Bool
    /// Whether its totals are public already.
    package var isPublic: Bool
    /// Whether a blank cell means "present" or "none" instead of "not recorded".
    package var blankMeansNone: Bool
    /// The last line of the headings, from 1; nil where it is to be found out.
    package var headingLine: Int?
    /// The sheet of a workbook that is read; nil for all that have what the format needs.
    package var sheet: String?

    /// The constant by which an import says what a blank cell means, where its mapping does not.
    package static let blankConstant = "blank"
    /// The value by which a blank cell of a lesson says that the pupil was there.
    package static let blankPresent = "present"

    /// Whether a blank cell of a lesson says that the pupil was there.
    package var tellsPresence: Bool {
        blankMeansNone || constants[Mapping.blankConstant] == Mapping.blankPresent
    }

    /// Which of several lines with one key counts.
    package enum Precedence: String, Sendable, Codable {
        /// All of them are rejected.
        case reject
        /// The first counts.
        case first
        /// The last counts.
        case last
    }

    /// A mapping.
    package init(
        _ name: String,
        _ title: Text,
        format: String,
        columns: [String: String] = [:],
        constants: [String: String] = [:],
        precedence: Precedence = .reject,
        removes: Bool = false,
        isMaster: Bool = false,
        isPublic: Bool = false,
        blankMeansNone: Bool = false
    ) {
        self.name = name
        titleLv = title.lv
        titleEn = title.en
        self.format = format
        self.columns = columns
        self.constants = constants
        self.precedence = precedence
        self.removes = removes
        self.isMaster = isMaster
        self.isPublic = isPublic
        self.blankMeansNone = blankMeansNone
    }

    /// What people call it.
    package var title: Text { Text(lv: titleLv, en: titleEn) }
}

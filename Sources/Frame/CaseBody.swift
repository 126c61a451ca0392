package import Kernel
internal import Storage

/// The kind of institution that somebody takes part in a case or a meeting for, or that holds an event of a programme
/// (document 004, 3.1).
package enum CaseBody: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// A school.
    case school = 1
    /// The social service.
    case social = 2
    /// The orphans' court.
    case court = 3
    /// The police.
    case police = 4
    /// A youth centre.
    case youth = 5
    /// A support centre.
    case support = 6
    /// Another institution.
    case other = 7

    /// What people call it.
    package var words: Text {
        switch self {
        case .school: Text(lv: "izglītības iestāde", en: "educational institution")
        case .social: Text(lv: "sociālais dienests", en: "social service")
        case .court: Text(lv: "bāriņtiesa", en: "orphans’ court")
        case .police: Text(lv: "policija", en: "police")
        case .youth: Text(lv: "jauniešu centrs", en: "youth centre")
        case .support: Text(lv: "atbalsta centrs", en: "support centre")
        case .other: Text(lv: "cita institūcija", en: "another body")
        }
    }

    /// The code in files, forms and commands.
    package var code: String {
        switch self {
        case .school: "school"
        case .social: "social"
        case .court: "court"
        case .police: "police"
        case .youth: "youth"
        case .support: "support"
        case .other: "other"
        }
    }

    /// Bodies that are no institutions of the registry.
    package static let outside = allCases.filter { $0 != .school }
}

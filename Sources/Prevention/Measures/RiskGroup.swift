internal import Frame
package import Kernel
internal import Registry

/// A group of risk of leaving school early, as the support plans of "PuMPuRS" part them.
package enum RiskGroup: Int, CaseIterable, Sendable {
    /// Learning and the school itself.
    case learning = 1
    /// Social environment and health.
    case social = 2
    /// Want of money.
    case economic = 3
    /// The family.
    case family = 4

    /// The stable code of columns and measures.
    package var code: String {
        switch self {
        case .learning: "learning"
        case .social: "social-health"
        case .economic: "economic"
        case .family: "family"
        }
    }

    /// The heading in files: no hyphen in a column's code.
    var column: String { self == .social ? "social_health" : code }

    /// The token of its colour; the groups have no meaning of their own, so that those of plain parts serve.
    var token: String {
        switch self {
        case .learning: "accent"
        case .social: "data"
        case .economic: "excused"
        case .family: "other"
        }
    }

    /// What people call it in general; a board's own words are in the code list.
    package var words: Text { RiskGroup.words(self, CodeLists.shipped) }

    /// What a tenant calls a group.
    static func words(_ group: RiskGroup, _ lists: CodeLists) -> Text {
        lists.words(CodeLists.riskGroups, String(group.rawValue))
    }

    /// Parts of headings by which a table's columns are known, as the format of tables takes them.
    ///
    /// "Social environment" stands before "environment of the institution", which belongs to learning.
    static let headings = """
        1=macib; 1=learning; 2=social; 2=veselib; 2=health; 3=ekonom; 3=economic; 4=gimen; 4=family; \
        1=izglitibas iestad
        """
}

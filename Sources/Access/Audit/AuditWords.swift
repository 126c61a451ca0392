package import Frame
package import Kernel

/// What a record of the trail was about, in words for people: the page, the report, whose account.
///
/// Records keep stable names and ids; what cannot be told any more is shown as it was kept.
package struct AuditWords {
    let house: HouseBook
    let accounts: [AccountID: String]

    /// Words of a house, with the names of its accounts.
    package init(_ house: HouseBook, accounts: [AccountID: String]) {
        self.house = house
        self.accounts = accounts
    }

    /// What a record was about.
    package func words(_ what: String) -> Text {
        let (what, user) = SystemUser.parts(what)
        guard let user else { return subject(what) }
        return subject(what) + Text(lv: ", sistēmas lietotājs ", en: ", system user ") + Text(same: user)
    }

    private func subject(_ what: String) -> Text {
        let parts = what.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if what.hasPrefix("/"), parts.count == 3, parts[1] == "staff" {
            return page(parts[0]) + Text(same: ", ")
                + AuditWords.staff(parts[2].split(separator: ",").count)
        }
        if what.hasPrefix("/"), parts.count == 3, parts[1] == "rows" {
            return page(parts[0]) + Text(same: ", ") + AuditWords.lines(parts[2])
        }
        if what.hasPrefix("/"), parts.count == 2, parts[1] == ShownPast.mark {
            return page(parts[0]) + Text(lv: ", arī senāki ieraksti", en: ", older records too")
        }
        if what.hasPrefix("/") { return page(what) }
        switch parts.first ?? "" {
        case "account": return account(parts)
        case "batch": return numbered(Text(lv: "imports Nr.", en: "import no."), parts)
        case "case" where !parts.dropFirst().isEmpty:
            return ofCase(parts)
        case "referral" where parts.count == 3 && parts[2] == "given":
            return Text(
                lv: "nosūtījums Nr. \(parts[1]), izsniegts personai",
                en: "referral no. \(parts[1]), given out to the person"
            )
        case "referral" where parts.count > 1:
            return numbered(Text(lv: "nosūtījums Nr.", en: "referral no."), parts)
        case "signal" where parts.count > 1:
            return numbered(Text(lv: "riska pazīme Nr.", en: "sign of risk no."), parts)
        case "consultation" where parts.count > 1:
            return numbered(Text(lv: "konsultācija Nr.", en: "consultation no."), parts)
        case "absence" where parts.count == 3 && parts[1] == "duty":
            return Text(
                lv: "rīcība kavējumu gadījumā Nr. \(parts[2])",
                en: "step over absence no. \(parts[2])"
            )
        case "observation" where parts.count == 1:
            return Text(lv: "novērojums", en: "an observation")
        case "prevention" where parts == ["prevention", "level"]:
            return Text(lv: "prevencijas līmenis", en: "level of prevention")
        case "meeting" where parts.dropFirst().first == "request":
            return Text(lv: "lūgums atbalsta komandai", en: "request to the support team")
        case "meeting" where parts.count > 1:
            return meeting(parts)
        case "privacy-request" where parts.count > 1:
            return numbered(Text(lv: "personas pieprasījums Nr.", en: "request of a person no."), parts)
        case "pupil-merge" where parts.count > 1:
            return numbered(Text(lv: "izglītojamo apvienošana Nr.", en: "joining of pupils no."), parts)
        case "pupil-part" where parts.count > 1:
            return numbered(
                Text(lv: "izglītojamo atdalīšana, apvienošana Nr.", en: "parting of pupils, joining no."),
                parts
            )
        case "pupil-pair": return Text(lv: "iespējams dublikāts", en: "a possible duplicate")
        case "retention": return retention(parts)
        case "tenant": return Text(lv: "pārvaldes iestatījumi", en: "settings of the board")
        case "session": return Text(lv: "sava sesija", en: "one's own session")
        case "command": return Text(same: (["sekme"] + parts.dropFirst()).joined(separator: " "))
        case "invitation": return Text(lv: "pēc uzaicinājuma", en: "by an invitation")
        case "reset": return Text(lv: "pēc atjaunošanas saites", en: "by a link to reset it")
        case "export" where parts.count > 2:
            return file(Array(parts.dropFirst(2))) + Text(lv: ", lūgums Nr. ", en: ", request no. ")
                + Text(same: parts[1])
        default: return change(parts) ?? file(parts)
        }
    }

    private func numbered(_ words: Text, _ parts: [String]) -> Text {
        words + Text(same: " \(parts.dropFirst().joined(separator: " "))")
    }

    /// One of a kind by its title.
    func named(_ kind: Text, _ title: Text) -> Text {
        kind + Text(lv: " „\(title.lv)”", en: " “\(title.en)”")
    }
}

package import Kernel

extension OpenIDSettings {
    private static let names: Set<String> = [
        "issuer", "client", "secret", "title", "title-en", "public", "scope", "groups-claim",
    ]

    /// Reads settings: lines `name = value` and `group NAME = ROLE at PLACE`; `#` begins a comment.
    ///
    /// Refuses the first line that cannot be read, by its number, and a setting that is missing.
    package init(_ text: String, file: String) throws(Refusal) {
        var values: [String: String] = [:]
        var groups: [GroupRole] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, raw) in lines.enumerated() {
            let place = SettingsPlace(file: file, line: index + 1)
            let line = SettingsText.trimmed(raw)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            if line.hasPrefix("group ") {
                let group = try GroupRole(line.dropFirst(6), place)
                if !groups.contains(group) { groups.append(group) }
                continue
            }
            guard let equals = line.firstIndex(of: "=") else { throw .badSetting(place, .noValue) }
            let name = SettingsText.trimmed(line[..<equals])
            let value = SettingsText.trimmed(line[line.index(after: equals)...])
            guard OpenIDSettings.names.contains(name) else { throw .badSetting(place, .unknownName) }
            guard values[name] == nil else { throw .badSetting(place, .twice) }
            guard !value.isEmpty else { throw .badSetting(place, .noValue) }
            if name == "issuer" || name == "public", ProviderURL(value) == nil {
                throw .badSetting(place, .badAddress)
            }
            values[name] = value
        }
        try self.init(values, groups, file: file)
    }

    private init(_ values: [String: String], _ groups: [GroupRole], file: String) throws(Refusal) {
        func value(_ name: String) throws(Refusal) -> String {
            guard let value = values[name] else { throw .missingSetting(name, file: file) }
            return value
        }
        issuer = try value("issuer")
        client = try value("client")
        secret = Secret(text: try value("secret"))
        let words = try value("title")
        title = Text(lv: words, en: values["title-en"] ?? words)
        address = values["public"].flatMap { ProviderURL($0) }
        let asked = (values["scope"] ?? "").split(separator: " ").map(String.init).filter { $0 != "openid" }
        scope = (["openid"] + asked).joined(separator: " ")
        groupsClaim = values["groups-claim"] ?? "groups"
        self.groups = groups
    }
}

extension GroupRole {
    /// Reads `NAME = ROLE at PLACE`; the name may hold `=`, as names of directories do.
    fileprivate init(_ text: Substring, _ place: SettingsPlace) throws(Refusal) {
        guard let equals = text.lastIndex(of: "=") else { throw .badSetting(place, .noValue) }
        group = SettingsText.trimmed(text[..<equals])
        let words = text[text.index(after: equals)...].split(whereSeparator: \.isWhitespace).map(String.init)
        guard !group.isEmpty, words.count == 1 || words.count == 3 && words[1] == "at" else {
            throw .badSetting(place, .badGroup)
        }
        role = words[0]
        institution = words.count == 3 && words[2] != "board" ? words[2] : nil
        // A role that needs a last day or a body is given by hand: no group says either.
        guard let known = Role.named(role), role != Role.operator.name, !known.needsEnd, !known.namesBody
        else {
            throw .badSetting(place, .badRole)
        }
        guard known.levels.contains(institution == nil ? .tenant : .institution) else {
            throw .badSetting(place, .badPlace)
        }
    }
}

/// A line of a file of settings.
struct SettingsPlace: Sendable {
    let file: String
    let line: Int
}

enum SettingsText {
    /// Without blanks at both ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        let rest = text.drop { $0.isWhitespace }
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(rest[...last])
    }
}

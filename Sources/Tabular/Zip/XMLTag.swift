/// The start of an element, as long as its handler runs.
struct XMLTag {
    /// The name without its namespace prefix.
    let name: XMLName
    private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        self.name = XMLName(name)
        self.attributes = attributes
    }

    /// The value of an attribute by its name with or without prefix; the exact name goes first.
    subscript(attribute: StaticString) -> String? {
        value(attribute).map { String(cString: $0) }
    }

    /// A whole number in an attribute, without a sign.
    func number(_ attribute: StaticString) -> Int? {
        guard let start = value(attribute) else { return nil }
        var number = 0
        var at = start
        while (48...57).contains(at.pointee) {
            if number > 1 << 40 { return nil }
            number = number * 10 + Int(at.pointee) - 48
            at += 1
        }
        return at > start && at.pointee == 0 ? number : nil
    }

    /// The bytes of an attribute, ended by a zero.
    func value(_ attribute: StaticString) -> UnsafePointer<CChar>? {
        guard let attributes else { return nil }
        var index = 0
        var local: UnsafePointer<CChar>?
        while let key = attributes[index] {
            if XMLName.matches(key, attribute) { return attributes[index + 1] }
            if local == nil, XMLName(key) == attribute { local = attributes[index + 1] }
            index += 2
        }
        return local
    }
}

/// The name of an element without its namespace prefix, as long as its handler runs.
struct XMLName {
    private let start: UnsafePointer<CChar>

    init(_ name: UnsafePointer<CChar>) {
        var at = name
        var start = name
        while at.pointee != 0 {
            if at.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = at + 1 }
            at += 1
        }
        self.start = start
    }

    static func == (name: XMLName, word: StaticString) -> Bool { matches(name.start, word) }

    /// Whether a text of a file is a word.
    static func matches(_ text: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
        let bytes = word.utf8Start
        for index in 0..<word.utf8CodeUnitCount where UInt8(bitPattern: text[index]) != bytes[index] {
            // A shorter text ends in a zero, which no word holds: nothing is read behind it.
            return false
        }
        return text[word.utf8CodeUnitCount] == 0
    }

    static func ~= (word: StaticString, name: XMLName) -> Bool { matches(name.start, word) }
}

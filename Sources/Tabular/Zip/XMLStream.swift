internal import CExpat

/// What takes the events of an XML part.
protocol XMLHandler: AnyObject {
    /// An element begins.
    func start(_ tag: XMLTag) throws
    /// An element ends.
    func end(_ name: XMLName) throws
    /// A piece of text; one text can come in many pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
    /// Whether enough was read.
    var isDone: Bool { get }
}

/// Streams one XML part of a zip file through expat.
///
/// A document type, and with it every entity, is refused.
final class XMLStream {
    private let parser: XML_Parser
    private let handler: any XMLHandler
    private var failure: (any Error)?
    private var fed = 0

    /// Reads a part to its end, or until the handler has enough.
    ///
    /// - Throws: what the handler throws; `TabularFault` where the part is no well-formed XML or defines entities.
    static func read(_ part: String, of archive: ZipArchive, into handler: any XMLHandler) throws {
        guard let parser = XML_ParserCreate(nil) else { throw TabularFault(.damaged) }
        defer { XML_ParserFree(parser) }
        let stream = XMLStream(parser, handler)
        stream.listen()
        try archive.read(part) { block in
            try stream.feed(block, last: false)
            return !handler.isDone
        }
        if !handler.isDone { try stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), last: true) }
    }

    private init(_ parser: XML_Parser, _ handler: any XMLHandler) {
        self.parser = parser
        self.handler = handler
    }

    private func listen() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name else { return }
                XMLStream.call(context) { try $0.start(XMLTag(name, attributes)) }
            },
            { context, name in
                guard let name else { return }
                XMLStream.call(context) { try $0.end(XMLName(name)) }
            }
        )
        XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
                XMLStream.call(context) { try $0.text(UnsafeBufferPointer(start: bytes, count: Int(count))) }
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            XMLStream.call(context) { _ in throw TabularFault(.entities) }
        }
    }

    private static func call(_ context: UnsafeMutableRawPointer?, _ body: (any XMLHandler) throws -> Void) {
        guard let context else { return }
        let stream = Unmanaged<XMLStream>.fromOpaque(context).takeUnretainedValue()
        // After a stop expat may still report the end of an empty element.
        guard stream.failure == nil, !stream.handler.isDone else { return }
        do {
            try body(stream.handler)
            if stream.handler.isDone { XML_StopParser(stream.parser, XML_Bool(0)) }
        } catch {
            stream.failure = error
            XML_StopParser(stream.parser, XML_Bool(0))
        }
    }

    private func feed(_ block: UnsafeRawBufferPointer, last: Bool) throws {
        let text = block.assumingMemoryBound(to: CChar.self)
        let status = XML_Parse(parser, text.baseAddress, Int32(block.count), last ? 1 : 0)
        if let failure { throw failure }
        if handler.isDone { return }
        guard status == XML_STATUS_OK else { throw TabularFault(.damaged) }
        fed += block.count
        // A tag or an attribute without an end would be kept whole: 16 MB is far beyond any honest one.
        guard fed - max(0, Int(XML_GetCurrentByteIndex(parser))) < 16 << 20 else {
            throw TabularFault(.rowTooLarge)
        }
    }
}

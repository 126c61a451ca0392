internal import Crypto
internal import FoundationEssentials
internal import Kernel

/// Seals the files of a backup with the master key, block by block, so that a file of any size needs a megabyte.
///
/// A sealed file is a head (a mark, the name of the master key, 32 random bytes) and blocks. Each block is a byte
/// that says whether it is the last, the length of what follows as four bytes, and a text with its tag. AES-GCM
/// with a key of the file's own, derived from the master key and the random bytes; the nonce is the number of the
/// block. Head, number and the mark of the last are authenticated: blocks that were changed, swapped or cut off do
/// not open, and a file does not open as another one.
struct BackupSeal {
    let master: MasterKey

    private static let mark = Array("sekme-backup 1\n".utf8)
    private static let idLength = 8
    private static let saltLength = 32
    private static let block = 1 << 20

    /// Seals a file under a name; the target must not be there.
    func seal(_ source: String, to target: String, as name: String) throws {
        let input = try RawFile(reading: source)
        let output = try RawFile(making: target)
        let salt = (0..<BackupSeal.saltLength).map { _ in UInt8.random(in: .min ... .max) }
        let head = BackupSeal.mark + Array(master.id.utf8) + salt
        let key = key(salt, name)
        try output.write(head)
        var number: UInt64 = 0
        var block = try input.read(BackupSeal.block)
        while true {
            let next = block.count < BackupSeal.block ? [] : try input.read(BackupSeal.block)
            let isLast = next.isEmpty
            let box = try AES.GCM.seal(
                block,
                using: key,
                nonce: BackupSeal.nonce(number),
                authenticating: BackupSeal.place(head, number, isLast)
            )
            let sealed = box.ciphertext + box.tag
            try output.write([isLast ? 1 : 0] + bigEndian(UInt32(sealed.count)) + sealed)
            if isLast { break }
            block = next
            number += 1
        }
        try output.sync()
    }

    /// Opens a sealed file; a `Refusal` where it is not whole or not what it was sealed as.
    func open(_ source: String, to target: String, as name: String) throws {
        let input = try RawFile(reading: source)
        guard let head = try BackupSeal.head(input) else { throw Refusal.damagedBackup(source) }
        let key = key(Array(head.suffix(BackupSeal.saltLength)), name)
        let output = try RawFile(making: target)
        var number: UInt64 = 0
        while true {
            let start = try input.read(5)
            guard start.count == 5, start[0] <= 1 else { throw Refusal.damagedBackup(source) }
            let length = start[1...].reduce(0) { $0 << 8 | Int($1) }
            guard length >= 16, length <= BackupSeal.block + 16 else { throw Refusal.damagedBackup(source) }
            let sealed = try input.read(length)
            guard sealed.count == length,
                let box = try? AES.GCM.SealedBox(
                    nonce: BackupSeal.nonce(number),
                    ciphertext: sealed.dropLast(16),
                    tag: sealed.suffix(16)
                ),
                let plain = try? AES.GCM.open(
                    box,
                    using: key,
                    authenticating: BackupSeal.place(head, number, start[0] == 1)
                )
            else { throw Refusal.damagedBackup(source) }
            try output.write(Array(plain))
            if start[0] == 1 { break }
            number += 1
        }
        guard try input.read(1).isEmpty else { throw Refusal.damagedBackup(source) }
        try output.sync()
    }

    /// The name of the master key that sealed a file; nil where it is no sealed file.
    static func keyID(of path: String) throws -> String? {
        guard let head = try head(RawFile(reading: path)) else { return nil }
        return String(decoding: head.dropFirst(mark.count).prefix(idLength), as: UTF8.self)
    }

    private static func head(_ file: RawFile) throws -> [UInt8]? {
        let length = mark.count + idLength + saltLength
        let head = try file.read(length)
        return head.count == length && head.starts(with: mark) ? head : nil
    }

    private func key(_ salt: [UInt8], _ name: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: master.key,
            salt: salt,
            info: Array("sekme backup \(name)".utf8),
            outputByteCount: 32
        )
    }

    private static func nonce(_ number: UInt64) throws -> AES.GCM.Nonce {
        try AES.GCM.Nonce(data: [0, 0, 0, 0] + bigEndian(number))
    }

    private static func place(_ head: [UInt8], _ number: UInt64, _ isLast: Bool) -> [UInt8] {
        head + bigEndian(number) + [isLast ? 1 : 0]
    }
}

private func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
}

extension Refusal {
    static func damagedBackup(_ path: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Rezerves kopijas fails \(path) ir bojāts, aprauts vai mainīts.",
                en: "The file \(path) of the backup is damaged, cut off or changed."
            ),
            advice: Text(lv: "Ņemiet citu rezerves kopiju.", en: "Take another backup.")
        )
    }
}

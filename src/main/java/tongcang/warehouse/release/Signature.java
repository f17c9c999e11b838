package tongcang.warehouse.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import tongcang.InvalidFileException;

/** Ed25519 signatures of manifests, in {@code manifest.sig} as Base64. Keys are PEM files, as openssl writes them. */
public final class Signature {
    static final String FILE = "manifest.sig";

    /** What the public half of a key's file ends in. */
    private static final String PUBLIC = ".pub";

    private static final String ALGORITHM = "Ed25519";
    private static final int LINE = 64;

    private Signature() {}

    /** Where the public half of a private key lies. */
    public static Path publicKey(Path privateKey) {
        return privateKey.resolveSibling(privateKey.getFileName() + PUBLIC);
    }

    /**
     * Makes a pair: the private key into {@code file}, for its owner alone, the public one beside it. No file is replaced.
     *
     * @throws IOException where one of them is there already
     */
    public static void generate(Path file) throws IOException {
        KeyPair pair;
        try {
            pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.writeString(
                publicKey(file),
                pem("PUBLIC KEY", pair.getPublic().getEncoded()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
    }

    /**
     * Requires a private key that can be used, before a night begins.
     *
     * @throws InvalidFileException where it cannot
     */
    public static void require(Path privateKey) {
        of(new byte[0], privateKey);
    }

    /** Signs a manifest, with a file beside it. */
    static void sign(Path manifest, Path privateKey) throws IOException {
        byte[] signature = of(Files.readAllBytes(manifest), privateKey);
        Files.writeString(manifest.resolveSibling(FILE), Base64.getEncoder().encodeToString(signature) + "\n");
    }

    private static byte[] of(byte[] text, Path privateKey) {
        try {
            java.security.Signature signing = java.security.Signature.getInstance(ALGORITHM);
            signing.initSign(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(key(privateKey))));
            signing.update(text);
            return signing.sign();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(privateKey, e);
        }
    }

    /** Whether a manifest has the signature of a key's owner. */
    static boolean isSigned(Path manifest, Path publicKey) throws IOException {
        Path signature = manifest.resolveSibling(FILE);
        if (!Files.exists(signature)) {
            return false;
        }
        try {
            EncodedKeySpec key = new X509EncodedKeySpec(key(publicKey));
            java.security.Signature verifying = java.security.Signature.getInstance(ALGORITHM);
            verifying.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(key));
            verifying.update(Files.readAllBytes(manifest));
            return isRight(verifying, Files.readString(signature).strip());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(publicKey, e);
        }
    }

    /** What is no signature at all is a wrong one. */
    private static boolean isRight(java.security.Signature verifying, String base64) {
        try {
            return verifying.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] key(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String pem(String kind, byte[] key) {
        String body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static InvalidFileException unusable(Path file, Exception e) {
        return new InvalidFileException(
                file.toString(), 0, "不是可用的 Ed25519 密钥（" + e + "）；用 ./tongcang release keygen 文件 生成一对");
    }
}

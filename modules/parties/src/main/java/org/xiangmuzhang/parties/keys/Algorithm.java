package org.xiangmuzhang.parties.keys;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How values are sealed: each with a tag of 128 bits. Its name stands beside every sealed value, so
 * that values of both stand side by side.
 */
public enum Algorithm {
    /** AES with a key of 256 bits, of the JDK. */
    AES_GCM(0, 32) {
        @Override
        byte[] run(boolean sealing, byte[] key, byte[] nonce, byte[] text, byte[] about)
                throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    sealing ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about);
            return cipher.doFinal(text);
        }
    },
    /** SM4 (GB/T 32907) with its key of 128 bits. */
    SM4_GCM(32, 16) {
        @Override
        byte[] run(boolean sealing, byte[] key, byte[] nonce, byte[] text, byte[] about)
                throws GeneralSecurityException {
            GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
            cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, about));
            byte[] out = new byte[cipher.getOutputSize(text.length)];
            try {
                cipher.doFinal(out, cipher.processBytes(text, 0, text.length, out, 0));
            } catch (InvalidCipherTextException e) {
                throw new GeneralSecurityException(e);
            }
            return out;
        }
    };

    private static final int TAG_BITS = 128;

    /** Where its part of a {@link Secret} begins, and how long it is. */
    final int offset;

    final int length;

    Algorithm(int offset, int length) {
        this.offset = offset;
        this.length = length;
    }

    abstract byte[] run(boolean sealing, byte[] key, byte[] nonce, byte[] text, byte[] about)
            throws GeneralSecurityException;
}

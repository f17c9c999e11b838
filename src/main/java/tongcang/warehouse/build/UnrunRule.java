package tongcang.warehouse.build;

/**
 * An audit rule that did not run, so that nobody knows what it would have found.
 *
 * @param rule name of its file
 * @param mandatory whether it can find what is 强制性
 * @param reason in Chinese, or in the engine's words
 */
public record UnrunRule(String rule, boolean mandatory, String reason) {}

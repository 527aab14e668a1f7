/** A function of the platform that returns a promise. */
export interface PlatformPromise {
  /** Which one, in words: `Blob.text()`. */
  readonly what: string;
  /** What has it. */
  readonly owner: object;
  /** Its name there. */
  readonly name: string;
  /** True for a promise that is read rather than called for. */
  readonly isGetter: boolean;
}

/**
 * What returns promises, by interface; behind a dot, what is read rather than
 * called. Not in it: what other patches hold back with what it belongs to
 * (requests, bodies, streams, locks, cameras, the screen), and scrolling.
 */
const OF_INTERFACES: Readonly<Record<string, string>> = {
  Animation: '.finished .ready',
  AudioContext: 'close resume setSinkId suspend',
  AudioDecoder: 'flush',
  AudioEncoder: 'flush',
  BackgroundFetchManager: 'fetch get getIds',
  BackgroundFetchRecord: '.responseReady',
  BackgroundFetchRegistration: 'abort match matchAll',
  BaseAudioContext: 'decodeAudioData',
  BeforeInstallPromptEvent: '.userChoice prompt',
  Blob: 'arrayBuffer bytes text',
  BrowserCaptureMediaStreamTrack: 'cropTo restrictTo',
  CSSStyleSheet: 'replace',
  Cache: 'add addAll delete keys match matchAll put',
  CacheStorage: 'delete has keys match open',
  Clipboard: 'read readText write writeText',
  ClipboardItem: 'getType',
  CookieStore: 'delete get getAll set',
  CookieStoreManager: 'getSubscriptions subscribe unsubscribe',
  CredentialsContainer: 'create get preventSilentAccess store',
  CustomElementRegistry: 'whenDefined',
  DataTransferItem: 'getAsFileSystemHandle',
  Document:
    'exitFullscreen exitPictureInPicture hasStorageAccess hasUnpartitionedCookieAccess requestStorageAccess',
  EyeDropper: 'open',
  FileSystemDirectoryHandle:
    'getDirectoryHandle getFileHandle removeEntry resolve',
  FileSystemFileHandle: 'createWritable getFile move',
  FileSystemHandle: 'isSameEntry queryPermission remove requestPermission',
  FileSystemObserver: 'observe',
  FileSystemWritableFileStream: 'seek truncate write',
  FontData: 'blob',
  FontFace: '.loaded load',
  FontFaceSet: '.ready load',
  GPU: 'requestAdapter',
  GPUAdapter: 'requestDevice',
  GPUBuffer: 'mapAsync',
  GPUDevice:
    '.lost createComputePipelineAsync createRenderPipelineAsync popErrorScope',
  GPUQueue: 'onSubmittedWorkDone',
  GPUShaderModule: 'getCompilationInfo',
  GamepadHapticActuator: 'playEffect reset',
  HID: 'getDevices requestDevice',
  HIDDevice:
    'close forget open receiveFeatureReport sendFeatureReport sendReport',
  HTMLImageElement: 'decode',
  HTMLMediaElement: 'play setMediaKeys setSinkId',
  IDBFactory: 'databases',
  IdleDetector: 'start',
  ImageCapture: 'getPhotoCapabilities getPhotoSettings grabFrame takePhoto',
  ImageDecoder: '.completed decode',
  ImageTrackList: '.ready',
  Ink: 'requestPresenter',
  Keyboard: 'getLayoutMap',
  LanguageDetector: 'detect measureInputUsage',
  LanguageModel: 'append clone measureContextUsage prompt',
  LockManager: 'query',
  MIDIPort: 'close open',
  MediaCapabilities: 'decodingInfo encodingInfo',
  MediaDevices: 'enumerateDevices',
  MediaKeySession: '.closed close generateRequest load remove update',
  MediaKeySystemAccess: 'createMediaKeys',
  MediaKeys: 'getStatusForPolicy setServerCertificate',
  MediaStreamTrack: 'applyConstraints',
  NavigationPreloadManager: 'disable enable getState setHeaderValue',
  NavigationTransition: '.committed .finished',
  Navigator:
    'clearAppBadge getBattery getInstalledRelatedApps requestMIDIAccess requestMediaKeySystemAccess setAppBadge share',
  NavigatorManagedData: 'getManagedConfiguration',
  NavigatorUAData: 'getHighEntropyValues',
  Observable: 'every find first forEach last reduce some toArray',
  OfflineAudioContext: 'resume startRendering suspend',
  OffscreenCanvas: 'convertToBlob',
  PaymentManager: 'enableDelegations',
  PaymentRequest: 'abort canMakePayment hasEnrolledInstrument show',
  PaymentResponse: 'complete retry',
  PeriodicSyncManager: 'getTags register unregister',
  Permissions: 'query',
  PresentationReceiver: '.connectionList',
  PresentationRequest: 'getAvailability reconnect start',
  PressureObserver: 'observe',
  Profiler: 'stop',
  PushManager: 'getSubscription permissionState subscribe',
  PushSubscription: 'unsubscribe',
  RTCPeerConnection:
    'addIceCandidate createAnswer createOffer getStats setLocalDescription setRemoteDescription',
  RTCRtpReceiver: 'getStats',
  RTCRtpSender: 'getStats replaceTrack setParameters',
  ReadableStream: 'cancel',
  RemotePlayback: 'cancelWatchAvailability prompt watchAvailability',
  Request: 'arrayBuffer blob bytes formData json text',
  SVGImageElement: 'decode',
  Scheduler: 'yield',
  Serial: 'getPorts requestPort',
  SerialPort: 'close forget getSignals open setSignals',
  ServiceWorkerContainer: '.ready getRegistration getRegistrations register',
  ServiceWorkerRegistration:
    'getNotifications showNotification unregister update',
  StorageBucket: 'estimate expires getDirectory persist persisted setExpires',
  StorageBucketManager: 'delete keys open',
  StorageManager: 'estimate getDirectory persist persisted',
  SubtleCrypto:
    'decapsulateBits decapsulateKey decrypt deriveBits deriveKey digest encapsulateBits encapsulateKey encrypt exportKey generateKey getPublicKey importKey sign unwrapKey verify wrapKey',
  Summarizer: 'measureInputUsage summarize',
  SyncManager: 'getTags register',
  Translator: 'measureInputUsage translate',
  USB: 'getDevices requestDevice',
  USBDevice:
    'claimInterface clearHalt close controlTransferIn controlTransferOut forget isochronousTransferIn isochronousTransferOut open releaseInterface reset selectAlternateInterface selectConfiguration transferIn transferOut',
  VideoDecoder: 'flush',
  VideoEncoder: 'flush',
  VideoFrame: 'copyTo',
  ViewTransition: '.finished .ready .updateCallbackDone',
  WakeLockSentinel: 'release',
  WebGL2RenderingContext: 'makeXRCompatible',
  WebGLRenderingContext: 'makeXRCompatible',
  WebSocketStream: '.closed .opened',
  WebTransport:
    '.closed .ready createBidirectionalStream createUnidirectionalStream',
  Worklet: 'addModule',
  WritableStream: 'abort close',
  WritableStreamDefaultWriter: '.closed .ready abort close write',
  XRFrame: 'createAnchor',
  XRHitTestResult: 'createAnchor',
  XRSession:
    'end initiateRoomCapture requestHitTestSource requestHitTestSourceForTransientInput requestLightProbe requestReferenceSpace',
  XRSystem: 'isSessionSupported requestSession',
};

/** The same of what has the functions itself. */
const OF_OBJECTS: Readonly<Record<string, string>> = {
  AudioDecoder: 'isConfigSupported',
  AudioEncoder: 'isConfigSupported',
  Credential: 'isConditionalMediationAvailable',
  CropTarget: 'fromElement',
  DeviceMotionEvent: 'requestPermission',
  DeviceOrientationEvent: 'requestPermission',
  IdentityProvider: 'getUserInfo',
  IdleDetector: 'requestPermission',
  ImageDecoder: 'isTypeSupported',
  LanguageDetector: 'availability create',
  LanguageModel: 'availability create',
  Notification: 'requestPermission',
  PublicKeyCredential:
    'getClientCapabilities isConditionalMediationAvailable isUserVerifyingPlatformAuthenticatorAvailable',
  RTCPeerConnection: 'generateCertificate',
  RestrictionTarget: 'fromElement',
  SpeechRecognition: 'available install',
  Summarizer: 'availability create',
  Translator: 'availability create',
  VideoDecoder: 'isConfigSupported',
  VideoEncoder: 'isConfigSupported',
  WebAssembly: 'compile compileStreaming instantiate instantiateStreaming',
  window:
    'createImageBitmap getScreenDetails queryLocalFonts showDirectoryPicker showOpenFilePicker showSaveFilePicker',
};

/** Returns all that this browser has. */
export function platformPromises(): readonly PlatformPromise[] {
  return [
    ...Object.entries(OF_INTERFACES).flatMap(([type, names]) =>
      presentOf(type, prototypeOf(type), names),
    ),
    ...Object.entries(OF_OBJECTS).flatMap(([type, names]) =>
      presentOf(type, Reflect.get(globalThis, type), names),
    ),
  ];
}

function prototypeOf(type: string): unknown {
  const found: unknown = Reflect.get(globalThis, type);
  return typeof found === 'function' ? found.prototype : undefined;
}

function presentOf(
  type: string,
  owner: unknown,
  names: string,
): readonly PlatformPromise[] {
  if (!isObject(owner)) return [];
  return names.split(' ').flatMap((word) => {
    const isGetter = word.startsWith('.');
    const name = isGetter ? word.slice(1) : word;
    if (!Object.hasOwn(owner, name)) return [];
    const what = `${type}.${name}${isGetter ? '' : '()'}`;
    return [{what, owner, name, isGetter}];
  });
}

function isObject(value: unknown): value is object {
  return (
    (typeof value === 'object' && value !== null) || typeof value === 'function'
  );
}
